package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.Acting.day;
import static org.enlace.Acting.enter;
import static org.enlace.Acting.fill;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.enlace.demo.Cast;
import org.enlace.demo.Papers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scenario B: what Costa Rica preserved for Paraguay's contact point becomes subscriber data in a court of Asunción before the guarantee ends. The contact point shares the
 * preservation with Paraguay's central authority, which sends the formal request. Paraguay reads French, the central authority of Costa Rica Portuguese, its deputy and its
 * contact point Spanish, and Brazil, which has no part in it, English.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FromPreservationToCourtTests {

    private static final Canary SECRET = Canary.hatch();
    private static final String VAGUE = "Cobros sin autorizar en una cuenta";
    private static final String CLEAR = "Cobros sin autorizar a 41 personas, el 13 de marzo";
    private static final Pattern REQUEST = Pattern.compile("/requests/[0-9a-f-]{36}");
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final String FORM = Papers.wholePreservation("Cobros no autorizados: " + SECRET.word());

    @TempDir
    private static Path folder = Path.of("");

    private static RunningDemo demo = null;
    private static String preservation = "";
    private static String draft = "";
    private static String request = "";

    @BeforeAll
    static void start() throws Exception {
        MAIL.start();
        demo = RunningDemo.start(
                folder.resolve("demo"),
                Map.of(
                        "spring.mail.host",
                        "127.0.0.1",
                        "spring.mail.port",
                        String.valueOf(MAIL.getSmtp().getPort()),
                        "enlace.reminders.round",
                        "2s"));
        preservation = "/requests/" + Papers.preservedWithTenDaysLeft(demo.localhost(), FORM);
    }

    @AfterAll
    static void stop() throws Exception {
        demo.close();
        MAIL.stop();
    }

    @Test
    @Order(1)
    void theEndOfTheGuaranteeIsAnnounced() throws Exception {
        var until = Instant.now().plus(Duration.ofMinutes(1));
        while (!subjects().contains("pronto vence la conservación de datos")) {
            assertThat(Instant.now()).as("a warning ten days before").isBefore(until);
            Thread.sleep(200);
        }
    }

    @Test
    @Order(2)
    void theContactPointSharesItWithItsCentralAuthority() {
        try (var contactPoint = contactPoint()) {
            var page = contactPoint.page();
            assertThat(page.locator("section.turn")).containsText("prend bientôt fin");
            Acting.act(page, "share", form -> {
                assertThat(form.locator("[data-part=to] option")).hasCount(1);
                contactPoint.isAccessible();
            });
            var line = page.locator(".timeline [data-what=share]");
            assertThat(line).containsText("Autorité centrale pour l’entraide judiciaire");
            assertThat(page.locator("section:has(> #seen)")).containsText("avec laquelle elle a été partagée");
            assertThat(page.locator("enlace-act[data-kind=share]")).hasCount(0);
            contactPoint.isAccessible();
        }
        try (var costaRica = central(Cast.COSTA_RICA_DUTY, Language.ES, preservation)) {
            assertThat(costaRica.page().locator(".timeline [data-what=share]"))
                    .containsText("Compartida con otra autoridad del Estado requirente");
            assertThat(costaRica.page().locator("[data-part=problem]:visible")).hasCount(0);
        }
    }

    @Test
    @Order(3)
    void whatWasAskedBeforeNeedsNoTypingAndTwoTreatiesStandSideBySide() {
        try (var paraguay = enter(Cast.PARAGUAY_CENTRAL, Language.FR, demo.localhost())) {
            var page = paraguay.page();
            page.navigate(demo.localhost() + "/desk");
            page.locator("tr:has-text('Partagée avec vous') a[href='" + preservation + "']")
                    .click();
            page.locator("enlace-request[data-state=open]").waitFor();
            page.locator("[data-part=asked]").getByText(SECRET.word()).first().waitFor();
            assertThat(page.locator("section.turn")).containsText("l’a partagée avec votre autorité");
            assertThat(page.locator("enlace-act")).hasCount(0);
            paraguay.isAccessible();
            page.locator("section.turn a[href*='follows=']").click();
            page.locator("#measure").selectOption("subscriber-data");
            page.locator("form[action='/requests/new'] button").click();
            page.waitForURL(Pattern.compile("measure=subscriber-data"));
            var central = page.locator(".choice:has(input[value=cri-sample-central])");
            assertThat(central).hasCount(2);
            assertThat(central.nth(0)).containsText("Convention de Budapest");
            assertThat(central.nth(1)).containsText("Convention de Palerme");
            paraguay.isAccessible();
            central.first().locator("input").check();
            page.locator("[data-part=begin]:not([disabled])").click();
            page.waitForURL(Pattern.compile("/drafts/[0-9a-f-]+/status"));
            var wizard = new Wizard(page);
            wizard.holds("P-02", "UEDI-2417/2026")
                    .onward("authorities")
                    .onward("contacts")
                    .onward("earlier");
            wizard.holds("S-10.ticket", "PRES-2026-77");
            paraguay.isAccessible();
            wizard.onward("offence");
            assertThat(wizard.typed("P-09")).contains(SECRET.word());
            wizard.type("P-09", VAGUE).onward("proceedings");
            wizard.choose("M-02", "investigation")
                    .type("M-02.subject", "Estafas mediante mensajes")
                    .type("S-08.office", "Unidad de Delitos Informáticos")
                    .onward("data");
            wizard.choose("S-13", "service")
                    .choose("S-13", "identity")
                    .onward("custodian")
                    .onward("execution");
            wizard.type("M-07", "Identificar al titular").onward("handling");
            wizard.choose("P-17", "ordinary").onward("conditions").onward("attachments");
            wizard.onward("check").saved();
            draft = page.url();
        }
    }

    @Test
    @Order(4)
    void aDraftIsCommentedOnAndIsNoRequest() {
        String shared;
        try (var paraguay = enter(Cast.PARAGUAY_CENTRAL, Language.FR, demo.localhost())) {
            var page = paraguay.page();
            page.navigate(draft);
            page.locator("[data-part=share]").click();
            assertThat(page.locator("[data-part=first]")).containsText("Costa Rica");
            page.waitForTimeout(1_100); // what comes sooner is the second click of a double one
            page.locator("[data-part=share]").click();
            page.locator("[data-part=shared] a").click();
            page.waitForURL(REQUEST);
            assertThat(page.locator(".notice.draft")).containsText("ce n’est pas une demande");
            shared = URI.create(page.url()).getPath();
        }
        try (var central = central(Cast.COSTA_RICA_CENTRAL, Language.PT, shared)) {
            var page = central.page();
            Acting.open(page);
            page.locator("[data-part=asked]").getByText(VAGUE).waitFor();
            Acting.act(page, "comment", form -> fill(form, "comment", "Quem pagou, quando e quanto?"));
            central.isAccessible();
        }
        try (var paraguay = paraguay(shared)) {
            paraguay.page()
                    .locator(".timeline [data-what=comment]")
                    .getByText("Quem pagou, quando e quanto?")
                    .waitFor();
        }
    }

    @Test
    @Order(5)
    void theRequestItselfIsRepairedWhereItWasUnclear() {
        try (var paraguay = enter(Cast.PARAGUAY_CENTRAL, Language.FR, demo.localhost())) {
            var page = paraguay.page();
            page.navigate(draft);
            request = new Wizard(page).sendNow();
            assertThat(page.locator(".chain li")).hasCount(2);
            assertThat(page.locator(".chain [aria-current]")).containsText("abonné");
            assertThat(page.locator("section:has(> #deadlines)"))
                    .containsText(Pattern.compile(
                            "non vérifié\\s+Modèle\\s+: article 8\\(6\\) du Deuxième Protocole additionnel"));
        }
        try (var central = central(Cast.COSTA_RICA_CENTRAL, Language.PT, request)) {
            var page = central.page();
            Acting.open(page);
            page.locator("enlace-request[data-state=open]").waitFor();
            Acting.takeInCharge(page);
            Acting.act(page, "ask", form -> {
                form.locator("[data-part=item] input[value=P-09]").check();
                fill(form, "question", "Quem pagou, quando e quanto?");
                fill(form, "due", day(3));
            });
        }
        try (var paraguay = paraguay(request)) {
            Acting.act(paraguay.page(), "answer", form -> {
                form.locator("[data-repair] [data-field='P-09'] [data-control]").fill(CLEAR);
                fill(form, "answer", "41 personnes, le 13 mars.");
            });
        }
    }

    @Test
    @Order(6)
    void partIsGivenUnderConditionsAndPartIsRefusedWithItsGround() throws Exception {
        var file = Files.writeString(
                Files.createDirectories(folder.resolve("officer")).resolve("titular.txt"), "Titular: " + SECRET.word());
        try (var central = central(Cast.COSTA_RICA_CENTRAL_DEPUTY, Language.ES, request)) {
            var page = central.page();
            page.locator("[data-part=asked]").getByText(CLEAR).waitFor();
            Acting.act(page, "accept", form -> fill(form, "nextDate", day(5)));
            Acting.reveal(page, "decline");
            var refusal = page.locator("enlace-act[data-kind=decline]");
            var grounds = refusal.locator("[data-field=ground]");
            grounds.locator("input[type=search]").fill("no exísten pruebas");
            assertThat(grounds.locator("label.choice:visible")).hasCount(1);
            grounds.locator("input[type=search]").press("Enter");
            grounds.locator("input[value='outcome.no_data']").check();
            grounds.locator("input[type=search]").fill("");
            assertThat(grounds.locator("fieldset:visible > legend:has-text('Convención de Palermo')"))
                    .hasCount(0);
            central.isAccessible();
            refusal.locator("[data-field=extent] input[value=part]").check();
            fill(refusal, "part", "Los pagos");
            fill(refusal, "reasons", "El proveedor no los guarda.");
            refusal.locator("button[type=submit]").click();
            assertThat(page.locator(".timeline [data-what=cannot]")).containsText("no existen, o ya no");
            Acting.act(page, "execute", form -> {
                form.locator("[data-field=extent] input[value=part]").check();
                fill(form, "rest", "Nada más: los pagos no existen.");
            });
            Acting.act(page, "result", form -> {
                form.locator("[data-field=part] input[value=final]").check();
                fill(form, "summary", "Nombre y domicilio: " + SECRET.word());
                form.locator("[data-field=court] input[value=ask]").check();
                form.locator("input[type=file]").setInputFiles(file);
                form.locator("li:has-text('titular.txt') [data-part=take-away]").waitFor();
                central.isAccessible();
            });
        }
    }

    @Test
    @Order(7)
    void itIsUsedInCourtOnlyWithConsentAndProvedThere() throws Exception {
        try (var paraguay = paraguay(request)) {
            var page = paraguay.page();
            var result = page.locator("article.result");
            assertThat(result).containsText("Ne pas utiliser en justice sans consentement");
            assertThat(page.locator("main")).not().containsText("Nombre y domicilio");
            Acting.act(
                    page,
                    "receive",
                    form -> form.locator("[data-field=accepted] input").check());
            result.getByText("Nombre y domicilio").waitFor();
            Acting.act(page, "ask-use", form -> {
                form.locator("[data-field=use] input[value=court]").check();
                fill(form, "purpose", "Audience du 3 mars, tribunal d’Asunción");
                fill(form, "due", day(9));
            });
        }
        try (var central = central(Cast.COSTA_RICA_CENTRAL, Language.PT, request)) {
            Acting.act(
                    central.page(),
                    "grant-use",
                    form -> form.locator("[data-field=decision] input[value=granted]")
                            .check());
        }
        try (var paraguay = paraguay(request)) {
            var page = paraguay.page();
            assertThat(page.locator("article.result")).containsText("L’usage en justice a été accordé");
            var evidence = folder.resolve("evidence.zip");
            page.waitForDownload(() ->
                            page.locator("enlace-evidence [data-part=fetch]").click())
                    .saveAs(evidence);
            assertThat(verified(evidence)).contains("décision sur un autre usage");
            Acting.act(
                    page,
                    "close",
                    form -> form.locator("[data-field=outcome] input[value=used]")
                            .check());
            assertThat(page.locator("section.turn")).containsText("Rien n’est attendu");
            paraguay.isAccessible();
        }
    }

    @Test
    @Order(8)
    void bothRequestsAreOneMatter() {
        try (var paraguay = paraguay(preservation)) {
            assertThat(paraguay.page().locator(".chain li")).hasCount(2);
            assertThat(paraguay.page().locator(".chain a[href='" + request + "']"))
                    .hasCount(1);
        }
        try (var contactPoint = contactPoint()) {
            assertThat(contactPoint.page().locator("section:has(> #sequels)"))
                    .containsText("a envoyé une demande qui donne suite à celle-ci");
            assertThat(contactPoint.page().locator("main")).not().containsText("prend bientôt fin");
        }
        try (var costaRica = central(Cast.COSTA_RICA_DUTY, Language.ES, preservation)) {
            assertThat(costaRica.page().locator("section:has(> #sequels)"))
                    .containsText("recibió una solicitud sobre estos datos");
            costaRica.isAccessible();
        }
    }

    @Test
    @Order(9)
    void aThirdStateFindsNothingAndTheHostNeverHeldTheWord() throws Exception {
        try (var brazil = enter(Cast.BRAZIL_DUTY, Language.EN, demo.loopback()).expecting("404")) {
            for (var path : new String[] {preservation, request, request + "/evidence"}) {
                assertThat(Objects.requireNonNull(brazil.page().navigate(demo.loopback() + path))
                                .status())
                        .as(path)
                        .isEqualTo(404);
            }
            brazil.page().navigate(demo.loopback() + "/desk");
            assertThat(brazil.page().locator("main")).not().containsText("PRY-");
        }
        assertThat(mails())
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(SECRET.sightings(mail.getBytes(StandardCharsets.UTF_8)))
                        .isEmpty());
        assertThat(SECRET.sightings(demo.folder())).isEmpty();
        assertThat(SECRET.sightings(folder.resolve("officer")))
                .as("where it was, it is found")
                .isNotEmpty();
    }

    private static Stream<String> mails() {
        return Arrays.stream(MAIL.getReceivedMessages()).map(GreenMailUtil::getWholeMessage);
    }

    private static String subjects() throws Exception {
        var subjects = new StringBuilder();
        for (var mail : MAIL.getReceivedMessages()) {
            subjects.append(mail.getSubject()).append('\n');
        }
        return subjects.toString();
    }

    private static String verified(Path evidence) throws Exception {
        var said = Files.createTempFile(folder, "verdict", ".txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.enlace.ledger.Verify",
                        evidence.toString(),
                        "--language",
                        "fr")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        return Files.readString(said);
    }

    private static Browsers.Visit central(Cast officer, Language language, String path) {
        return at(enter(officer, language, demo.loopback()), demo.loopback() + path);
    }

    private static Browsers.Visit contactPoint() {
        return at(enter(Cast.PARAGUAY_DUTY, Language.FR, demo.localhost()), demo.localhost() + preservation);
    }

    private static Browsers.Visit paraguay(String path) {
        return at(enter(Cast.PARAGUAY_CENTRAL, Language.FR, demo.localhost()), demo.localhost() + path);
    }

    private static Browsers.Visit at(Browsers.Visit visit, String address) {
        visit.page().navigate(address);
        visit.page()
                .locator("enlace-request:is([data-state=unopened], [data-state=open])")
                .waitFor();
        return visit;
    }
}

package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.Acting.day;
import static org.enlace.Acting.enter;
import static org.enlace.Acting.fill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.TakeInCharge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scenario B, the third state: Costa Rica preserves for Paraguay and discloses that a provider in Brazil took part (Budapest Art. 30); Paraguay asks Brazil too. Costa Rica
 * reads Spanish, Paraguay and Brazil Portuguese.
 */
class OnToAThirdStateTests {

    private static final Canary SECRET = Canary.hatch();
    private static final String PROVIDER = "Provedor do Sul Ltda. (fictício), " + SECRET.word();

    @TempDir
    private static Path folder = Path.of("");

    @Test
    void whatIsDisclosedLeadsToTheStateOfTheOtherProvider() throws Exception {
        try (var demo = RunningDemo.start(folder.resolve("demo"), Map.of())) {
            var earlier = inCharge(demo.localhost());
            costaRicaPreservesAndDiscloses(demo, earlier);
            var request = paraguayAsksBrazilToo(demo, earlier);
            brazilTakesItInCharge(demo, request);
            assertThat(SECRET.sightings(demo.folder())).isEmpty();
        }
    }

    private void costaRicaPreservesAndDiscloses(RunningDemo demo, String earlier) throws Exception {
        var file = Files.writeString(
                Files.createDirectories(folder.resolve("officer")).resolve("trayecto.txt"), SECRET.word());
        try (var costaRica = enter(Cast.COSTA_RICA_DUTY, Language.ES, demo.loopback())) {
            var page = costaRica.page();
            page.navigate(demo.loopback() + earlier);
            var expected = page.locator("[data-asked='P-15']");
            assertThat(expected).containsText("aparece aquí cuando usted haya informado");
            costaRica.isAccessible();
            Acting.preserve(page, "PRES-2026-91", 70);
            assertThat(expected).containsText("proveedor de servicios de otro Estado");
            expected.locator("[data-reveal=decline]").click();
            var withheld = page.locator("enlace-act[data-kind=decline]");
            assertThat(withheld.locator("[data-field=ground] [data-choice]:visible"))
                    .hasCount(2);
            assertThat(withheld.locator("[data-field=extent] input:checked")).hasValue("part");
            assertThat(withheld).containsText("30(2)");
            costaRica.isAccessible();
            expected.locator("[data-reveal=result]").click();
            var form = page.locator("enlace-act[data-kind=result]");
            form.locator("[data-field=part] input[value=final]").check();
            fill(form, "name", PROVIDER);
            form.locator("[data-field=state] select").selectOption("BRA");
            fill(form, "path", "203.0.113.9:443 → 198.51.100.7:25, 2026-03-13T08:12:44-03:00");
            assertThat(form.locator("[data-field=onward] input:checked")).hasValue("free");
            form.locator("input[type=file]").setInputFiles(file);
            form.locator("li:has-text('trayecto.txt') [data-part=take-away]").waitFor();
            costaRica.isAccessible();
            form.locator("button[type=submit]").click();
            page.locator(".timeline [data-what=disclose]").waitFor();
            assertThat(page.locator("section.turn")).containsText("que usted reveló");
            assertThat(page.locator("section:has(> #deadlines)")).containsText("Garantizado hasta");
            assertThat(expected).hasCount(0);
        }
    }

    private String paraguayAsksBrazilToo(RunningDemo demo, String earlier) {
        try (var paraguay = enter(Cast.PARAGUAY_DUTY, Language.PT, demo.localhost())) {
            var page = paraguay.page();
            var asked = new ArrayList<String>();
            page.onRequest(sent -> asked.add(sent.url()));
            page.navigate(demo.localhost() + earlier);
            page.locator("enlace-request[data-state=open]").waitFor();
            assertThat(page.locator("section.turn")).containsText("revelou dados de tráfego");
            assertThat(page.locator("main")).not().containsText(PROVIDER);
            Acting.act(
                    page,
                    "receive",
                    form -> form.locator("[data-field=accepted] input").check());
            var offer = page.locator("[data-part=ask-too] .notice");
            offer.waitFor();
            assertThat(page.locator("article.result")).containsText(PROVIDER);
            assertThat(page.locator("article.result")).containsText("Brasil");
            assertThat(page.locator("section.turn")).containsText("Os dados estão conservados");
            paraguay.isAccessible();
            assertThat(asked)
                    .as("who the third state is has not left the browser")
                    .noneMatch(url -> url.contains("BRA"));
            offer.locator("a:has-text('Brasil')").click();
            page.waitForURL(url -> url.contains("to=BRA"));
            assertThat(page.locator(".choice:has(input[value='" + Cast.Office.BRAZIL.id() + "'])"))
                    .containsText("Convenção de Budapeste");
            paraguay.isAccessible();
            page.locator("[data-part=begin]:not([disabled])").click();
            page.waitForURL(url -> url.endsWith("/status"));
            return written(paraguay, new Wizard(page));
        }
    }

    private static String written(Browsers.Visit paraguay, Wizard wizard) {
        var page = paraguay.page();
        wizard.holds("P-02", "UEDI-2417/2026");
        wizard.holds("P-18.ticket", "PRES-2026-91");
        assertThat(page.locator("[data-part=taken-over]")).not().containsText("primeiro pedido");
        wizard.holds("P-18.executedBy", "Ponto de contato 24/7 para crime cibernético");
        paraguay.isAccessible();
        wizard.onward("authorities").onward("contacts").onward("offence");
        assertThat(wizard.typed("P-09")).contains(SECRET.word());
        wizard.type("P-09", "Cobranças não autorizadas: " + SECRET.word()).onward("data");
        wizard.type("P-11", "A comunicação passou pelo provedor.").onward("custodian");
        wizard.holds("P-12.custodian", PROVIDER);
        paraguay.isAccessible();
        wizard.onward("need").type("P-13", "O provedor apaga os registros.");
        wizard.field("P-14").locator("input").check();
        wizard.type(
                        "P-14.date",
                        LocalDate.now(Cast.Office.BRAZIL.zone()).plusMonths(5).toString())
                .onward("handling");
        wizard.choose("P-17", "urgent")
                .type("P-17.reason", "Os dados se perdem esta noite.")
                .onward("conditions")
                .onward("attachments")
                .onward("check");
        page.locator("[data-part=language]").selectOption("pt");
        wizard.saved();
        var request = wizard.sendNow();
        assertThat(page.locator(".chain li")).hasCount(2);
        page.locator(".chain a").click();
        page.locator("article.result").getByText(PROVIDER).waitFor();
        assertThat(page.locator("[data-part=ask-too] .notice")).hasCount(0);
        return request;
    }

    private static void brazilTakesItInCharge(RunningDemo demo, String request) {
        try (var brazil = enter(Cast.BRAZIL_DUTY, Language.PT, demo.loopback())) {
            var page = brazil.page();
            page.navigate(demo.loopback() + "/desk");
            page.locator("a[href='" + request + "']").first().click();
            Acting.open(page);
            var asked = page.locator("[data-part=asked]");
            asked.getByText(PROVIDER).waitFor();
            assertThat(asked).containsText("Cobranças não autorizadas");
            assertThat(asked).containsText("Dá seguimento a um pedido anterior");
            assertThat(asked.locator("[lang=pt]").first()).isVisible();
            brazil.isAccessible();
            Acting.act(page, "take-in-charge", form -> {
                fill(form, "reference", "BR-24-7-512");
                fill(form, "nextDate", day(3));
            });
            assertThat(page.locator("section.turn")).containsText("Informe que os dados");
            brazil.isAccessible();
        }
    }

    /** Asked by Paraguay with traffic data of one communication, and taken in charge by Costa Rica. */
    private static String inCharge(String server) {
        var asuncion = OfficerSession.signIn(server, Cast.PARAGUAY_DUTY);
        var sanJose = OfficerSession.signIn(server, Cast.COSTA_RICA_DUTY);
        var form = Papers.wholePreservation("Cobros no autorizados: " + SECRET.word())
                .replace("\"P-14\":true", "\"P-15\":true,\"P-14\":true");
        var sent = asuncion.sign(Cast.Office.COSTA_RICA.id(), Urgency.URGENT, null, form);
        asuncion.post(sent).require(200);
        sanJose.act(sent.request(), OfficerSession.OPEN, null);
        sanJose.act(
                sent.request(),
                new TakeInCharge(
                        Cast.COSTA_RICA_DUTY.function(),
                        LocalDate.now(Cast.Office.COSTA_RICA.zone()).plusDays(1)),
                Papers.message("take-in-charge", "{\"reference\":\"CR-24-7-881\"}"));
        return "/requests/" + sent.request();
    }
}

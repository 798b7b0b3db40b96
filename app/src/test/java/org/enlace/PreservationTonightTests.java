package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.Acting.enter;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Route;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.enlace.demo.Cast;
import org.enlace.sealing.Age;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scenario A, as it is lived in three states and four languages: Paraguay asks, Costa Rica answers, Brazil finds nothing; in the real browser, against the demo as people start it. Afterwards the
 * word that only these two were meant to read is looked for in everything the server has ever held.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PreservationTonightTests {

    private static final Canary SECRET = Canary.hatch();
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    private static Path folder = Path.of("");

    private static RunningDemo demo = null;
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
                        String.valueOf(MAIL.getSmtp().getPort())));
    }

    @AfterAll
    static void stop() throws Exception {
        demo.close();
        MAIL.stop();
    }

    @Test
    @Order(1)
    void paraguayAsksSealsAndSends() throws Exception {
        var attachment = Files.writeString(
                Files.createDirectories(folder.resolve("officer")).resolve(SECRET.word() + ".txt"),
                (SECRET.word() + "\n").repeat(40_000));
        try (var paraguay = enter(Cast.PARAGUAY_DUTY, Language.ES, demo.localhost())) {
            request = new Wizard(paraguay.page())
                    .begin(demo.localhost(), "CRI")
                    .answer(SECRET.word())
                    .attach(attachment)
                    .send();

            var timeline = paraguay.page().locator(".timeline");
            timeline.locator("[data-what=delivered]").waitFor();
            assertThat(timeline.locator("[data-what=delivered] details").count())
                    .as("a receipt")
                    .isEqualTo(1);
            paraguay.isAccessible();
        }
    }

    @Test
    @Order(2)
    void nobodyElseFindsTheRequest() {
        var told = Map.of(
                Cast.BRAZIL_DUTY, "Não encontrado",
                Cast.SECRETARIAT, "Not found",
                Cast.OBSERVER, "Introuvable",
                Cast.PARAGUAY_COORDINATOR, "No encontrado");
        for (var member : told.keySet()) {
            try (var stranger =
                    enter(member, member.language(), demo.loopback()).expecting("404")) {
                for (var door : new String[] {request, request + "/evidence"}) {
                    var seen = stranger.page().navigate(demo.loopback() + door);
                    assertThat(stranger.page().locator("h1").innerText()).isEqualTo(told.get(member));
                    var absent = stranger.page()
                            .navigate(demo.loopback() + "/requests/01a20000-0000-7000-8000-000000000000");
                    assertThat(seen).isNotNull();
                    assertThat(absent).isNotNull();
                    assertThat(seen.status()).as("%s at %s", member, door).isEqualTo(404);
                    assertThat(absent.status()).isEqualTo(404);
                }
            }
        }
    }

    @Test
    @Order(3)
    void costaRicaOpensTakesInChargeAndPreserves() {
        try (var costaRica = enter(Cast.COSTA_RICA_DUTY, Language.EN, demo.loopback())) {
            var page = costaRica.page();
            page.navigate(demo.loopback() + "/desk?lang=en");
            costaRica.isAccessible();
            page.locator("a[href='" + request + "']").first().click();
            Acting.open(page);
            page.locator("[data-part=asked]").getByText(SECRET.word()).first().waitFor();
            assertThat(page.locator("[data-part=asked]").innerText())
                    .as("coded answers in the reader's language, free text as it was written")
                    .contains("Computer-related fraud", "El proveedor borra los registros");
            page.locator(".timeline [data-what=open]").waitFor();

            Acting.takeInCharge(page);
            Acting.preserve(page, "PRES-2026-77", 60);
            costaRica.isAccessible();
        }
    }

    @Test
    @Order(4)
    void paraguaySeesEachStepWithProofAndTakesTheEvidenceAway() throws Exception {
        try (var paraguay = enter(Cast.PARAGUAY_DUTY, Language.ES, demo.localhost())) {
            var page = paraguay.page();
            page.navigate(demo.localhost() + request);
            for (var what : new String[] {"send", "delivered", "open", "take-in-charge", "preserve"}) {
                page.locator(".timeline [data-what='" + what + "']").first().waitFor();
            }
            page.locator(".timeline [data-what=preserve] [data-part=message]")
                    .getByText("PRES-2026-77")
                    .waitFor();
            assertThat(page.locator(".timeline").innerText()).contains("Costa Rica", "su hora");

            var evidence = folder.resolve("evidence.zip");
            Download download = page.waitForDownload(
                    () -> page.locator("enlace-evidence [data-part=fetch]").click());
            download.saveAs(evidence);
            var verdict = verify(evidence);
            assertThat(verdict.exit()).as(verdict.said()).isZero();

            var altered = Files.readAllBytes(evidence);
            altered[altered.length / 2] ^= 1;
            assertThat(verify(Files.write(folder.resolve("altered.zip"), altered))
                            .exit())
                    .isNotZero();
        }
    }

    @Test
    @Order(5)
    void theDeputyReadsAllOfItInAnotherLanguage() {
        try (var costaRica = enter(Cast.COSTA_RICA_DEPUTY, Language.FR, demo.loopback())) {
            var page = costaRica.page();
            page.navigate(demo.loopback() + request);
            page.locator("[data-part=asked]").getByText(SECRET.word()).first().waitFor();
            assertThat(page.locator("[data-part=asked]").innerText())
                    .contains("Fraude informatique", "El proveedor borra los registros");
            assertThat(page.locator(".timeline").innerText()).contains("votre heure", "PRES-2026-77");
            costaRica.isAccessible();
        }
    }

    @Test
    @Order(6)
    void whatTheHostAltersCutsShortOrSealsToOthersIsNotShown() {
        assertNotShown("**/documents/*", body -> flipped(body, body.length - 1), "damaged or was altered");
        assertNotShown("**/documents/*", body -> Arrays.copyOf(body, body.length / 2), "damaged or was altered");
        var stranger = Age.newIdentity();
        assertNotShown(
                "**" + request + "/key",
                body -> sealedAnew(body, Age.seal(new byte[50], stranger.recipient())),
                "sealed to a key that you do not hold");
    }

    @Test
    @Order(7)
    void theHostNeverHeldTheWord() throws Exception {
        var mails = MAIL.getReceivedMessages();
        assertThat(mails).as("both sides were told").hasSizeGreaterThanOrEqualTo(2);
        for (var mail : mails) {
            assertThat(SECRET.sightings(
                            mail.getRawInputStream() == null
                                    ? new byte[0]
                                    : com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(mail)
                                            .getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        }
        demo.heapDump();
        assertThat(SECRET.sightings(demo.folder()))
                .as("database files, write-ahead log, data folder, temporary files, console log and heap dump")
                .isEmpty();
        assertThat(SECRET.sightings(folder.resolve("officer")))
                .as("where it was, it is found")
                .isNotEmpty();
    }

    /** Costa Rica looks at the request through a host that changes one answer. */
    private static void assertNotShown(String address, UnaryOperator<byte[]> host, String told) {
        try (var costaRica = enter(Cast.COSTA_RICA_DUTY, Language.EN, demo.loopback())) {
            var page = costaRica.page();
            page.route(address, route -> {
                var answer = route.fetch();
                route.fulfill(new Route.FulfillOptions().setResponse(answer).setBodyBytes(host.apply(answer.body())));
            });
            page.navigate(demo.loopback() + request);
            page.locator("[data-part=problem]").getByText(told).first().waitFor();
            assertThat(page.locator("main").innerText()).doesNotContain(SECRET.word());
        }
    }

    private static byte[] flipped(byte[] bytes, int at) {
        bytes[at] ^= 1;
        return bytes;
    }

    private static byte[] sealedAnew(byte[] copy, byte[] sealed) {
        return new String(copy, StandardCharsets.UTF_8)
                .replaceAll(
                        "\"sealed\":\"[^\"]*\"",
                        "\"sealed\":\"" + Base64.getEncoder().encodeToString(sealed) + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Verdict verify(Path evidence) throws Exception {
        var said = Files.createTempFile(folder, "verdict", ".txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.enlace.ledger.Verify",
                        evidence.toString(),
                        "--language",
                        "es")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new Verdict(process.waitFor(), Files.readString(said));
    }

    private record Verdict(int exit, String said) {}
}

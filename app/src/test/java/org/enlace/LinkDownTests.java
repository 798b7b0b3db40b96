package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.Acting.enter;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.offline.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scenario N, in three states and four languages: the link is down. Asunción telephones, seals a request into a file and sends it; San José opens, takes in charge and
 * answers with a file; Brasília, where the file went astray, reads nothing. The server does not run while that happens. The next day the answer is brought in, in the
 * real browser.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LinkDownTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Canary SECRET = Canary.hatch();
    private static final Instant CALL =
            Instant.now().minus(90, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);

    @TempDir
    private static Path folder = Path.of("");

    private static RunningDemo demo = null;
    private static String request = "";

    @BeforeAll
    static void start() throws Exception {
        demo = RunningDemo.start(folder.resolve("demo"), Map.of());
    }

    @AfterAll
    static void stop() throws Exception {
        demo.close();
    }

    @Test
    @Order(1)
    void theyTookTheirKitsAlongTheWeekBefore() throws Exception {
        try (var paraguay = enter(Cast.PARAGUAY_DUTY, Language.ES, demo.localhost())) {
            var page = paraguay.page();
            page.navigate(demo.localhost() + "/account");
            paraguay.isAccessible();
            var kit = page.waitForDownload(
                    () -> page.locator("a[href='/account/kit']").click());
            kit.saveAs(folder.resolve("pry.json"));
        }
        var asuncion = OfficerSession.signIn(demo.localhost(), Cast.PARAGUAY_DUTY);
        var values = (tools.jackson.databind.node.ObjectNode)
                asuncion.get("/demo/example").require(200).json().path("values").deepCopy();
        values.put("P-16.purpose", "proceedings").put("P-16.onward", "ask").put("P-16.court", "free");
        values.put("P-09", SECRET.word());
        var answers = JSON.createObjectNode();
        answers.put("form", "preservation/1").put("measure", "preservation").put("instrument", "budapest");
        answers.put("authority", Cast.Office.COSTA_RICA.id())
                .put("language", "es")
                .put("call", CALL.toString());
        answers.set("values", values);
        Files.write(folder.resolve("seal.json"), JSON.writeValueAsBytes(answers));
        for (var other : Map.of("cri.json", Cast.COSTA_RICA_DUTY, "bra.json", Cast.BRAZIL_DUTY)
                .entrySet()) {
            var officer = OfficerSession.signIn(demo.localhost(), other.getValue());
            Files.write(
                    folder.resolve(other.getKey()),
                    officer.get("/account/kit").require(200).body());
        }
    }

    @Test
    @Order(2)
    void theRequestIsSealedCarriedOpenedAndAnsweredWithoutAServer() throws Exception {
        demo.close();
        var sealed = Tool.run(
                folder,
                "",
                "seal",
                "--kit",
                "pry.json",
                "--answers",
                "seal.json",
                "--out",
                "request.zip",
                "--language",
                "es");
        assertThat(sealed.code()).as(sealed.text()).isZero();

        var astray = Tool.run(
                folder, "", "open", "request.zip", "--kit", "bra.json", "--out", "astray.zip", "--language", "pt");
        assertThat(astray.code()).as(astray.text()).isNotZero();
        assertThat(astray.text()).contains("Não foi aberto").doesNotContain(SECRET.word());
        assertThat(folder.resolve("astray.zip")).doesNotExist();

        var at = CALL.plus(3, ChronoUnit.MINUTES).toString();
        var today = LocalDate.now(ZoneOffset.ofHours(-6));
        Files.writeString(folder.resolve("open.json"), """
                {"accept":true,"language":"es","acts":[
                  {"kind":"call","values":{"at":{"date":"%s","time":"%s","offset":"+00:00"}}},
                  {"kind":"take-in-charge","values":{"reference":"CR-1","nextDate":"%s"}}]}""".formatted(
                        at.substring(0, 10), at.substring(11, 19), today.plusDays(2)));
        var opened = Tool.run(
                folder,
                "",
                "open",
                "request.zip",
                "--kit",
                "cri.json",
                "--answers",
                "open.json",
                "--out",
                "answered.zip",
                "--language",
                "fr");
        assertThat(opened.code()).as(opened.text()).isZero();
        assertThat(opened.text()).contains("VALIDE", SECRET.word());
        for (var file : new String[] {"request.zip", "answered.zip"}) {
            assertThat(Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(SECRET.word());
        }
    }

    @Test
    @Order(3)
    void theNextDayItIsBroughtInAndCountsFromTheCall() throws Exception {
        Files.delete(folder.resolve("demo").resolve("console.log"));
        demo = RunningDemo.start(folder.resolve("demo"), Map.of());
        try (var paraguay = enter(Cast.PARAGUAY_DUTY, Language.ES, demo.localhost())) {
            var page = paraguay.page();
            page.navigate(demo.localhost() + "/desk");
            page.locator("a[href='/carried']").click();
            page.locator("enlace-carried [data-part=file]:enabled").setInputFiles(folder.resolve("answered.zip"));
            paraguay.isAccessible();
            page.locator("enlace-carried [data-part=bring]").click();
            page.locator("enlace-carried [data-part=lines] li").nth(4).waitFor();
            assertThat(page.locator("enlace-carried [data-part=lines]").innerText())
                    .contains("Incorporado.")
                    .doesNotContain("No se aceptó");
            page.locator("enlace-carried [data-part=onward] a").click();
            page.locator("#reckoning")
                    .getByText("Sus plazos corren desde la llamada")
                    .waitFor();
            request = page.url().substring(page.url().indexOf("/requests/"));
            assertThat(page.locator(".timeline [data-what=take-in-charge] [data-part=carried]")
                            .innerText())
                    .contains("Firmado sin conexión", "Lo incorporó");
            page.locator("[data-part=asked]").getByText(SECRET.word()).first().waitFor();
            page.locator(".timeline [data-what=delivered]").waitFor();
            paraguay.isAccessible();
        }
    }

    @Test
    @Order(4)
    void theOtherSideBringsInTheSameFileWithoutHarm() {
        try (var costaRica =
                enter(Cast.COSTA_RICA_DUTY, Language.EN, demo.loopback()).expecting("409")) {
            var page = costaRica.page();
            page.navigate(demo.loopback() + "/carried");
            page.locator("enlace-carried [data-part=file]:enabled").setInputFiles(folder.resolve("answered.zip"));
            page.locator("enlace-carried [data-part=bring]").click();
            page.locator("enlace-carried [data-part=lines] li").nth(4).waitFor();
            assertThat(page.locator("enlace-carried [data-part=lines]").innerText())
                    .contains("Here already.")
                    .doesNotContain("Brought in.");
            page.navigate(demo.loopback() + request);
            page.locator(".timeline [data-what=call]").nth(1).waitFor();
        }
    }
}

package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.enlace.Acting.fill;

import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.TakeInCharge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Asunción, in Portuguese, asks San José, in Spanish, how its request stands, and adds a file that nobody asked for; by telephone and on the wide screen of an office. */
class AskedAndAddedTests {

    private static final byte[] SUMMONS = "Audiencia: 9 de diciembre, 10 h\n".getBytes(UTF_8);

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.shared();

    @Test
    void theOfficerWhoWaitsAsksAndIsAnsweredWithOnePress() {
        var request = inCharge();
        try (var asuncion = at(request, Cast.PARAGUAY_DUTY, Language.PT, 360)) {
            var page = asuncion.page();
            Acting.reveal(page, "enquire");
            assertThat(page.locator("#enquire")).containsText("Disseram que você teria notícias até");
            assertThat(page.locator("#enquire [data-part=choose]")).hasCount(0);
            asuncion.isAccessible();
            fill(page.locator("enlace-act[data-kind=enquire]"), "note", "A audiência é na sexta-feira");
            page.locator("enlace-act[data-kind=enquire] button[type=submit]").click();
            page.locator(".timeline [data-what=enquire]").waitFor();
            assertThat(page.locator("section.turn")).containsText("deve informar como está este pedido");
            assertThat(page.locator("#enquire")).hasCount(0);
            asuncion.isAccessible();
        }
        try (var sanJose = at(request, Cast.COSTA_RICA_DUTY, Language.ES, 1280)) {
            var page = sanJose.page();
            assertThat(page.locator("section.turn")).containsText("pregunta cómo va esta solicitud");
            assertThat(page.locator(".timeline [data-what=enquire]")).containsText("A audiência é na sexta-feira");
            sanJose.isAccessible();
            Acting.reveal(page, "progress");
            page.locator("enlace-act[data-kind=progress] [data-quick=searching]")
                    .click();
            page.locator(".timeline [data-what=progress]").waitFor();
            assertThat(page.locator("section.turn")).not().containsText("pregunta cómo va");
        }
    }

    @Test
    void whatIsAddedIsReadWhereTheRequestIsRead() {
        var request = inCharge();
        try (var asuncion = at(request, Cast.PARAGUAY_DUTY, Language.PT, 1280)) {
            var page = asuncion.page();
            Acting.act(page, "add", form -> {
                fill(form, "addition", "A audiência foi adiada para o dia 9");
                form.locator("[data-part=choose]")
                        .setInputFiles(new FilePayload("citacion.txt", "text/plain", SUMMONS));
                assertThat(form.locator("[data-part=take-away]:visible")).hasCount(1);
                asuncion.isAccessible();
            });
            assertThat(page.locator(".timeline [data-what=add] .files > li")).hasCount(1);
        }
        try (var sanJose = at("/desk", Cast.COSTA_RICA_DUTY, Language.ES, 360)) {
            var page = sanJose.page();
            var row = page.locator("tr:has(a[href='" + request + "'])");
            assertThat(row).containsText("Se añadió algo");
            sanJose.isAccessible();
            row.locator("a").first().click();
            page.locator("enlace-request[data-state=open]").waitFor();
            assertThat(page.locator(".notice.info").first()).containsText("añadió algo el");
            var line = page.locator(".timeline [data-what=add]");
            assertThat(line).containsText("A audiência foi adiada para o dia 9");
            assertThat(line.locator(".files > li")).containsText("citacion.txt");
            sanJose.isAccessible();
        }
    }

    private static Browsers.Visit at(String path, Cast member, Language language, int width) {
        var visit = Acting.enter(Browsers.visit(language, width), member, language, demo.localhost());
        visit.page().navigate(demo.localhost() + path);
        if (!path.equals("/desk")) {
            visit.page().locator("enlace-request[data-state=open]").waitFor();
        }
        return visit;
    }

    private static String inCharge() {
        var asuncion = OfficerSession.signIn(demo.localhost(), Cast.PARAGUAY_DUTY);
        var sent = asuncion.sign(
                Cast.Office.COSTA_RICA.id(), Urgency.ORDINARY, null, Papers.wholePreservation("Cobros sin autorizar"));
        asuncion.post(sent).require(200);
        var sanJose = OfficerSession.signIn(demo.localhost(), Cast.COSTA_RICA_DUTY);
        sanJose.act(sent.request(), OfficerSession.OPEN, null);
        sanJose.act(
                sent.request(),
                new TakeInCharge(
                        Cast.COSTA_RICA_DUTY.function(),
                        LocalDate.now(ZoneOffset.UTC).plusDays(20)),
                Papers.message("take-in-charge", "{\"reference\":\"CR-77\"}"));
        return "/requests/" + sent.request();
    }
}

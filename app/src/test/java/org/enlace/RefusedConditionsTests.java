package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.Acting.enter;
import static org.enlace.Acting.fill;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.Conditions;
import org.enlace.ledger.Result;
import org.enlace.ledger.Send;
import org.enlace.ledger.TakeInCharge;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Costa Rica cannot accept the conditions of Paraguay's request, Paraguay not those of Costa Rica's result: at their browsers, in Spanish and French. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefusedConditionsTests {

    private static final String FACTS = "Cobros sin autorizar en la cuenta";
    private static final String FORM =
            Papers.form("preservation/1", "{\"P-02\":\"UEDI-2419/2026\",\"P-09\":\"" + FACTS + "\"}");
    private static final String RESULT = Papers.message("result");
    private static final Conditions STRICT = new Conditions(
            Conditions.Tlp.AMBER, null, Conditions.Purpose.PROCEEDINGS, Conditions.Leave.NONE, Conditions.Leave.NONE);

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.shared();

    private static String asked = "";
    private static String answered = "";

    @Test
    @Order(1)
    void costaRicaCannotAcceptTheConditionsOfTheRequestAndOpensNothing() {
        asked = sent();
        try (var costaRica = at(asked, Cast.COSTA_RICA_DUTY, Language.ES, demo.loopback(), 360)) {
            var page = costaRica.page();
            page.locator(".refusing > summary").click();
            costaRica.isAccessible();
            page.locator("[data-part=refuse-conditions]").click();
            assertThat(page.locator("enlace-request > [data-part=problem]"))
                    .containsText("Indique primero qué lo impide");
            page.locator(".refusing input[value=onward]").check();
            page.locator("[data-part=refuse-conditions]").click();
            assertThat(page.locator(".timeline [data-what=refuse-conditions]"))
                    .containsText("El límite para transmitirla a otros");
            assertThat(page.locator("section.turn")).containsText("Su autoridad no puede aceptar las condiciones");
            assertThat(page.locator("[data-part=open-request]")).isVisible();
            assertThat(page.locator(".refusing")).hasCount(0);
            assertThat(page.content()).doesNotContain(FACTS);
            assertThat(page.locator(".timeline .verified").first()).isVisible();
            costaRica.isAccessible();
        }
    }

    @Test
    @Order(2)
    void paraguayTakesItBackAndWritesItAgainWithTheSameAnswers() {
        try (var paraguay = at(asked, Cast.PARAGUAY_DUTY, Language.FR, demo.localhost(), 1280)) {
            var page = paraguay.page();
            assertThat(page.locator("section.turn")).containsText("ne peut pas accepter les conditions");
            assertThat(page.locator("section.turn")).containsText("La limite à la transmission à d’autres");
            paraguay.isAccessible();
            Acting.act(page, "withdraw", form -> fill(form, "reason", "À d’autres conditions."));
            page.locator("section.turn a[href*='again=']").click();
            page.locator("[data-part=begin]:not([disabled])").click();
            page.waitForURL(Pattern.compile("/drafts/[0-9a-f-]+/status"));
            assertThat(page.locator("[data-field='P-02'] [data-control]").first())
                    .hasValue("UEDI-2419/2026");
            page.navigate(page.url().replace("/status", "/offence"));
            assertThat(page.locator("[data-field='P-09'] [data-control]").first())
                    .hasValue(FACTS);
        }
    }

    @Test
    @Order(3)
    void paraguayCannotAcceptTheConditionsOfTheResult() {
        answered = answered();
        try (var paraguay = at(answered, Cast.PARAGUAY_DUTY, Language.FR, demo.localhost(), 360)) {
            var page = paraguay.page();
            page.locator("enlace-request[data-state=open]").waitFor();
            Acting.act(page, "refuse-conditions", form -> {
                form.locator("input[value=own-law]").check();
                fill(form, "note", "La défense doit pouvoir les lire.");
                paraguay.isAccessible();
            });
            assertThat(page.locator(".result")).containsText("ne peuvent pas être acceptées");
            assertThat(page.locator("section.turn")).containsText("clore la demande sans lui");
            assertThat(page.locator("enlace-act[data-kind=close]")).hasCount(1);
            paraguay.isAccessible();
        }
    }

    @Test
    @Order(4)
    void costaRicaReadsWhyAndSaysThatTheyStand() {
        try (var costaRica = at(answered, Cast.COSTA_RICA_CENTRAL, Language.ES, demo.loopback(), 1280)) {
            var page = costaRica.page();
            page.locator("enlace-request[data-state=open]").waitFor();
            assertThat(page.locator("section.turn")).containsText("Entréguelo con otras condiciones");
            assertThat(page.locator(".timeline [data-what=refuse-conditions]"))
                    .containsText("La défense doit pouvoir les lire.");
            costaRica.isAccessible();
            Acting.act(page, "uphold-conditions", form -> fill(form, "note", "Así lo dispuso el juez."));
            assertThat(page.locator("section.turn")).containsText("puede aceptarlas o cerrar la solicitud sin él");
        }
        try (var paraguay = at(answered, Cast.PARAGUAY_DUTY, Language.FR, demo.localhost(), 360)) {
            var page = paraguay.page();
            page.locator("enlace-request[data-state=open]").waitFor();
            assertThat(page.locator(".timeline [data-what=uphold-conditions]")).containsText("Así lo dispuso el juez.");
            Acting.act(
                    page,
                    "close",
                    form -> form.locator("input[value=no-longer-needed]").check());
        }
    }

    private static String sent() {
        var asuncion = OfficerSession.signIn(demo.localhost(), Cast.PARAGUAY_DUTY);
        var sent = asuncion.sign(Cast.Office.COSTA_RICA.id(), Urgency.URGENT, null, FORM);
        asuncion.post(sent).require(200);
        return "/requests/" + sent.request();
    }

    private static String answered() {
        var asuncion = OfficerSession.signIn(demo.localhost(), Cast.PARAGUAY_DUTY);
        var central = OfficerSession.signIn(demo.loopback(), Cast.COSTA_RICA_CENTRAL);
        var sent = asuncion.sign(
                Cast.Office.COSTA_RICA_CENTRAL.id(),
                Urgency.ORDINARY,
                null,
                send -> new Send(
                        "documents",
                        "untoc",
                        send.requestedState(),
                        send.requestedAuthority(),
                        send.recipientGeneration(),
                        false,
                        Send.Status.NEW,
                        null,
                        "assistance/1",
                        send.conditions()),
                Papers.form("assistance/1", "{\"P-09\":\"" + FACTS + "\"}"));
        asuncion.post(sent).require(200);
        central.act(sent.request(), OfficerSession.OPEN, null);
        central.act(
                sent.request(),
                new TakeInCharge(
                        Cast.COSTA_RICA_CENTRAL.function(),
                        LocalDate.now(ZoneOffset.UTC).plusDays(1)),
                Papers.message("take-in-charge"));
        central.act(sent.request(), new Result(true, STRICT), RESULT);
        return "/requests/" + sent.request();
    }

    private static Browsers.Visit at(String request, Cast member, Language language, String base, int width) {
        var visit = enter(Browsers.visit(language, width), member, language, base);
        visit.page().navigate(base + request);
        visit.page()
                .locator("enlace-request:is([data-state=unopened], [data-state=open], [data-state=closed])")
                .waitFor();
        return visit;
    }
}

package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.Acting.enter;
import static org.enlace.Acting.fill;

import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request that came to the wrong office goes on to the right one, and one that should not have been sent comes back unread: in French, Portuguese and Spanish. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HandedOnTests {

    private static final String FACTS = "Cobros sin autorizar en la cuenta";
    private static final String FORM =
            Papers.form("preservation/1", "{\"P-02\":\"UEDI-2419/2026\",\"P-09\":\"" + FACTS + "\"}");

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.shared();

    private static String transferred = "";
    private static String recalled = "";

    @Test
    @Order(1)
    void theContactPointSendsItOnToTheCentralAuthority() {
        transferred = sent();
        try (var contactPoint = at(transferred, Cast.COSTA_RICA_DUTY, Language.PT, demo.loopback())) {
            var page = contactPoint.page();
            Acting.open(page);
            page.locator("[data-part=asked]").getByText(FACTS).first().waitFor();
            Acting.act(page, "transfer", form -> {
                form.locator("[data-part=to]").selectOption(Cast.Office.COSTA_RICA_CENTRAL.id());
                form.locator("[data-field=reason] input[value=wrong-office]").check();
                contactPoint.isAccessible();
            });
            assertThat(page.locator("section.turn")).containsText("Sua autoridade transferiu este pedido");
            assertThat(page.locator("enlace-act")).hasCount(0);
            contactPoint.isAccessible();
            page.navigate(demo.loopback() + "/desk");
            assertThat(page.locator("body")).containsText("Transferido");
        }
    }

    @Test
    @Order(2)
    void theRequestingSideReadsWhoHasItNow() {
        try (var paraguay = at(transferred, Cast.PARAGUAY_DUTY, Language.FR, demo.localhost())) {
            var moved = paraguay.page().locator(".timeline [data-what=transfer]");
            assertThat(moved).containsText("Transmise à une autre autorité");
            assertThat(moved).containsText("Autorité centrale pour l’entraide judiciaire");
            assertThat(moved.locator(".proof details")).hasCount(1);
        }
    }

    @Test
    @Order(3)
    void theCentralAuthorityOpensItAndTakesItInCharge() {
        try (var central = at(transferred, Cast.COSTA_RICA_CENTRAL, Language.ES, demo.loopback())) {
            var page = central.page();
            Acting.open(page);
            page.locator("[data-part=asked]").getByText(FACTS).first().waitFor();
            Acting.takeInCharge(page);
        }
        try (var paraguay = at(transferred, Cast.PARAGUAY_DUTY, Language.FR, demo.localhost())) {
            assertThat(paraguay.page().locator(".timeline [data-what=take-in-charge]"))
                    .containsText(Cast.COSTA_RICA_CENTRAL.function());
        }
    }

    @Test
    @Order(4)
    void whatNobodyOpenedComesBackAndCanBeOpenedByNobody() {
        recalled = sent();
        try (var paraguay = at(recalled, Cast.PARAGUAY_DUTY, Language.FR, demo.localhost())) {
            var page = paraguay.page();
            Acting.act(page, "withdraw", form -> fill(form, "reason", "Mauvais destinataire."));
            assertThat(page.locator("section.turn")).containsText("La demande a été retirée");
            paraguay.isAccessible();
        }
        try (var costaRica = at(recalled, Cast.COSTA_RICA_DUTY, Language.PT, demo.loopback())) {
            var page = costaRica.page();
            assertThat(page.locator("[data-part=open-request]")).hasCount(0);
            assertThat(page.locator("section:has(#asked)")).containsText("retirado");
            assertThat(page.content()).doesNotContain(FACTS);
            costaRica.isAccessible();
        }
    }

    @Test
    @Order(5)
    void whatWasOpenedIsNotOfferedForWithdrawalAnyMore() {
        try (var paraguay = at(transferred, Cast.PARAGUAY_DUTY, Language.FR, demo.localhost())) {
            assertThat(paraguay.page().locator("enlace-act[data-kind=withdraw]"))
                    .hasCount(0);
            assertThat(paraguay.page().locator("enlace-act[data-kind=ask-destruction]"))
                    .hasCount(1);
        }
    }

    private static String sent() {
        var asuncion = OfficerSession.signIn(demo.localhost(), Cast.PARAGUAY_DUTY);
        var sent = asuncion.sign(Cast.Office.COSTA_RICA.id(), Urgency.URGENT, null, FORM);
        asuncion.post(sent).require(200);
        return "/requests/" + sent.request();
    }

    private static Browsers.Visit at(String request, Cast member, Language language, String base) {
        var visit = enter(Browsers.visit(language, 360), member, language, base);
        visit.page().navigate(base + request);
        visit.page()
                .locator("enlace-request:is([data-state=unopened], [data-state=open], [data-state=closed])")
                .waitFor();
        return visit;
    }
}

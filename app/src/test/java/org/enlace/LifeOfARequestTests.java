package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.Acting.day;
import static org.enlace.Acting.enter;
import static org.enlace.Acting.fill;

import com.microsoft.playwright.Page;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What two officers do to a request between sending and closing it, on telephones, in Spanish and in French: every step from its page, and every step read there. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeOfARequestTests {

    private static final int TELEPHONE = 360;
    private static final String FIRST = "Cobros sin autorizar";
    private static final String REPAIRED = "Cobros sin autorizar a doce cuentas, el 13 de marzo";
    private static final String FORM = Papers.wholePreservation(FIRST);

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.shared();

    private static String request = "";

    @Test
    @Order(1)
    void itOpensOnlyOnceItsConditionsAreAccepted() {
        var asuncion = OfficerSession.signIn(demo.localhost(), Cast.PARAGUAY_DUTY);
        var sent = asuncion.sign(Cast.Office.COSTA_RICA.id(), Urgency.URGENT, null, FORM);
        asuncion.post(sent).require(200);
        request = "/requests/" + sent.request();

        try (var costaRica = costaRica()) {
            var page = costaRica.page();
            assertThat(page.locator("section.turn .conditions")).containsText("TLP:");
            costaRica.isAccessible();
            page.locator("[data-part=open-request]").click();
            assertThat(page.locator("enlace-request > [data-part=problem]"))
                    .containsText("Acepte antes las condiciones");
            Acting.open(page);
            page.locator("[data-part=asked]").getByText(FIRST).first().waitFor();
            assertThat(page.locator("section:has(> .heading > #asked) .conditions"))
                    .containsText("TLP:");
        }
    }

    @Test
    @Order(11)
    void whoeverShouldNotWaitFindsTheNumbersAndWritesTheCallDown() {
        try (var paraguay = paraguay()) {
            var page = paraguay.page();
            page.locator("section:has(> #telephone) a[href^='tel:']").first().waitFor();
            paraguay.isAccessible();
            Acting.act(page, "call", form -> {
                form.locator("[data-field=at] [data-part=date]").fill(day(-1));
                form.locator("[data-field=at] [data-part=time]").fill("22:30:00");
                form.locator("[data-field=at] [data-part=offset]").selectOption("-03:00");
                form.locator("[data-field=outcome] input[value=agreed]").check();
                fill(form, "with", "Garde de San José");
                fill(form, "said", "Ils l’ouvrent tout de suite.");
            });
            assertThat(page.locator(".timeline [data-what=call]")).containsText("Appel téléphonique consigné");
        }
        try (var costaRica = costaRica()) {
            var page = costaRica.page();
            assertThat(page.locator("#telephone")).hasCount(0);
            assertThat(page.locator(".timeline [data-what=call]")).containsText("Garde de San José");
        }
    }

    @Test
    @Order(20)
    void whatIsTickedAsMissingIsWhatTheOtherSideRepairs() {
        try (var costaRica = costaRica()) {
            Acting.act(costaRica.page(), "ask", form -> {
                form.locator("[data-part=item] input[value=P-09]").check();
                fill(form, "question", "¿A cuántas cuentas?");
                fill(form, "due", day(2));
            });
            assertThat(costaRica.page().locator(".timeline [data-what=ask]"))
                    .containsText("Breve resumen de los hechos");
        }
        try (var paraguay = paraguay()) {
            var page = paraguay.page();
            assertThat(page.locator("section.turn")).containsText("Répondez à la question");
            Acting.act(page, "answer", form -> {
                var facts = form.locator("[data-repair] [data-field='P-09'] [data-control]");
                assertThat(facts).hasValue(FIRST);
                assertThat(form.locator("[data-repair] [data-field]")).hasCount(1);
                facts.fill(REPAIRED);
                fill(form, "answer", "Doce cuentas.");
                paraguay.isAccessible();
            });
        }
        try (var costaRica = costaRica()) {
            var page = costaRica.page();
            page.locator("[data-part=asked]").getByText(REPAIRED).waitFor();
            assertThat(page.locator("[data-part=asked]")).containsText("corregido tras una pregunta");
            assertThat(page.locator(".timeline [data-what=send] [data-part=message]"))
                    .containsText(FIRST);
        }
    }

    @Test
    @Order(30)
    void noNewsIsOneClickWithItsReason() {
        try (var costaRica = costaRica()) {
            var page = costaRica.page();
            Acting.takeInCharge(page);
            Acting.reveal(page, "progress");
            costaRica.isAccessible();
            page.locator("enlace-act[data-kind=progress] [data-quick=custodian]")
                    .click();
            page.locator(".timeline [data-what=progress]").waitFor();
            assertThat(page.locator(".timeline [data-what=progress]")).containsText("A la espera de un proveedor");
        }
        try (var paraguay = paraguay()) {
            assertThat(paraguay.page().locator(".timeline [data-what=progress]"))
                    .containsText("Dans l’attente d’un fournisseur");
        }
    }

    @Test
    @Order(40)
    void itIsAssignedToAFunctionOfTheAuthority() {
        try (var costaRica = costaRica()) {
            var page = costaRica.page();
            Acting.act(
                    page,
                    "assign",
                    form -> form.locator("[data-part=to]").selectOption(Cast.COSTA_RICA_DEPUTY.function()));
            assertThat(page.locator(".timeline [data-what=assign]")).containsText(Cast.COSTA_RICA_DEPUTY.function());
        }
    }

    @Test
    @Order(50)
    void whatWasOpenedCanBeAskedToBeDestroyedAndTheAnswerStays() {
        try (var paraguay = paraguay()) {
            Acting.act(
                    paraguay.page(), "ask-destruction", form -> fill(form, "reasons", "Les données étaient erronées."));
        }
        try (var costaRica = costaRica()) {
            var page = costaRica.page();
            Acting.act(
                    page,
                    "destroy",
                    form -> form.locator("[data-field=outcome] input[value=destroyed]")
                            .check());
            assertThat(page.locator(".timeline [data-what=destroy]")).containsText("Destruido");
            costaRica.isAccessible();
        }
    }

    private static Browsers.Visit costaRica() {
        return at(
                enter(Browsers.visit(Language.ES, TELEPHONE), Cast.COSTA_RICA_DUTY, Language.ES, demo.loopback()),
                demo.loopback());
    }

    private static Browsers.Visit paraguay() {
        return at(
                enter(Browsers.visit(Language.FR, TELEPHONE), Cast.PARAGUAY_DUTY, Language.FR, demo.localhost()),
                demo.localhost());
    }

    private static Browsers.Visit at(Browsers.Visit visit, String base) {
        Page page = visit.page();
        page.navigate(base + request);
        page.locator("enlace-request:is([data-state=unopened], [data-state=open])")
                .waitFor();
        return visit;
    }
}

package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.Acting.enter;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Persons who are national points of contact, in the browser: named by their state, approved by somebody else, seen by those who may. */
class PointsOfContactTests {

    private static final Pattern CHANGE = Pattern.compile("/changes/[0-9a-f-]{36}");

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.shared();

    @Test
    void aPersonIsNamedByTheStateApprovedByAnotherAndSeenByTheSameNetworkOnly() {
        String person;
        try (var coordinator = enter(
                        Browsers.visit(Language.ES, 360), Cast.PARAGUAY_COORDINATOR, Language.ES, demo.localhost());
                var legal = enter(Cast.SECRETARIAT_LEGAL, Language.EN, demo.loopback())) {
            var page = coordinator.page();
            page.navigate(demo.localhost() + "/states/PRY/mandates");
            coordinator.isAccessible();
            page.locator("a[href='/states/PRY/mandates/new']").click();
            page.waitForURL("**/mandates/new");
            assertThat(page.locator("[name=visibility][value=SECRETARIAT]")).isChecked();
            coordinator.isAccessible();
            page.locator("[name=name]").fill("Elena Guardia");
            page.locator("[name=role]").fill("Jefatura de guardia");
            page.locator("[name=network]").selectOption("CONTACT_24_7");
            page.locator("[name=authority]").selectOption("pry-sample-24-7");
            page.locator("[name=visibility][value=NETWORK]").check();
            page.locator("[name=source]").fill("Nota 3/2026");
            page.locator("main form button.button:not(.second)").click();
            page.waitForURL(CHANGE);
            assertThat(page.locator("form[action$='/approval']")).hasCount(0);
            var change = URI.create(page.url()).getPath();
            page.navigate(demo.localhost() + "/states/PRY/mandates");
            assertThat(page.locator("main")).containsText("propuesto");
            assertThat(page.locator("main")).not().containsText("Elena Guardia");

            var other = legal.page();
            other.navigate(demo.loopback() + change);
            assertThat(other.locator("main")).containsText("Elena Guardia");
            legal.isAccessible();
            other.locator("form[action$='/approval'] button").click();
            assertThat(other.locator("form[action$='/approval']")).hasCount(0);
            page.reload();
            page.locator("main a:text('Elena Guardia')").click();
            page.waitForLoadState(LoadState.DOMCONTENTLOADED);
            assertThat(page.locator("h1")).hasText("Elena Guardia");
            assertThat(page.locator("main")).containsText("en funciones");
            coordinator.isAccessible();
            person = URI.create(page.url()).getPath();
        }
        try (var brazil = enter(Browsers.visit(Language.PT, 360), Cast.BRAZIL_DUTY, Language.PT, demo.localhost())) {
            brazil.page().navigate(demo.localhost() + "/mandates?state=PRY");
            assertThat(brazil.page().locator("main")).containsText("Elena Guardia");
            brazil.isAccessible();
        }
        var visitor = OfficerSession.visitor(demo.localhost());
        for (var stranger : new OfficerSession[] {visitor, OfficerSession.signIn(demo.localhost(), Cast.OBSERVER)}) {
            stranger.page(person).require(404);
            assertThat(stranger.page("/mandates?state=PRY").text()).doesNotContain("Elena Guardia");
            assertThat(stranger.page("/search?q=elena+guardia").text()).doesNotContain("Jefatura de guardia", person);
        }
    }

    @Test
    void whoWasItAndWhoIsItAnswersEveryoneByTheDay() {
        var beforeTheChange = LocalDate.now(ZoneOffset.UTC).minusMonths(14);
        try (var visitor = Browsers.visit(Language.PT, 1280)) {
            var page = visitor.page();
            page.navigate(demo.localhost() + "/mandates?lang=pt");
            assertThat(page.locator("table")).containsText("não confirmado");
            assertThat(page.locator("table")).containsText("suspenso");
            assertThat(row(page, "Oficial de guardia, Paraguay")).containsText("em exercício");
            visitor.isAccessible();
            page.locator("[name=state]").selectOption("PRY");
            page.locator("[name=on]").fill(beforeTheChange.toString());
            page.locator("form.filters button").click();
            page.waitForURL("**/mandates?state=PRY**");
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(row(page, "Anterior oficial de guardia, Paraguay")).containsText("em exercício");
            page.locator("tbody th a").click();
            assertThat(page.locator("h1")).hasText("Anterior oficial de guardia, Paraguay");
            visitor.isAccessible();
        }
    }

    @Test
    void thePersonsShownToEverybodyAreFoundByNameAndNobodyElse() {
        try (var visitor = Browsers.visit(Language.ES, 360)) {
            var page = visitor.page();
            page.navigate(demo.localhost() + "/search?lang=es&q=oficial+guardia+paraguay");
            assertThat(page.locator("ol.found li a:text-is('Oficial de guardia, Paraguay')"))
                    .hasCount(1);
            assertThat(page.locator("ol.found")).containsText("Paraguay · Red 24/7");
            assertThat(page.locator("ol.found")).not().containsText("Anterior");
            visitor.isAccessible();
            for (var hidden : new String[] {"Coordinadora nacional", "Próxima enlace", "Oficial suplente, Paraguay"}) {
                page.navigate(demo.localhost() + "/search?lang=es&q=" + hidden.replace(" ", "+"));
                assertThat(page.locator("main")).not().containsText(hidden + ",");
            }
        }
        assertThat(OfficerSession.visitor(demo.localhost())
                        .follow("/sitemap.xml")
                        .require(200)
                        .text())
                .contains("/states/PRY")
                .doesNotContain("/mandates/");
    }

    @Test
    void theStateSaysThatItIsStillThePersonAndTheMarkGoes() {
        try (var coordinator =
                enter(Browsers.visit(Language.PT, 360), Cast.PARAGUAY_COORDINATOR, Language.PT, demo.localhost())) {
            var page = coordinator.page();
            page.navigate(demo.localhost() + "/mandates?state=PRY&lang=pt");
            page.locator("main a:text('Coordinadora nacional, Paraguay')").click();
            assertThat(page.locator(".marks")).hasText("não confirmado");
            coordinator.isAccessible();
            page.locator("form[action$='/confirmation'] button").click();
            assertThat(page.locator(".marks")).hasText("em exercício");
            coordinator.isAccessible();
        }
    }

    private static Locator row(Page page, String name) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHas(page.locator("a:text-is('" + name + "')")));
    }
}

package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.enlace.Acting.enter;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.enlace.demo.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Costa Rica declares what it needs; a draft of Paraguay that was meant for Brazil is told so the moment it goes to Costa Rica, and loses nothing. */
class OtherAddresseeTests {

    private static final Pattern CHANGE = Pattern.compile("/changes/[0-9a-f-]{36}");
    private static final Pattern CHECK = Pattern.compile("/drafts/[0-9a-f-]{36}/check");

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.apart();

    @Test
    void whatTheOtherStateNeedsIsSaidAndNothingTypedIsLost() {
        declare();
        try (var paraguay = enter(Cast.PARAGUAY_DUTY, Language.ES, demo.localhost())) {
            var page = paraguay.page();
            var wizard = new Wizard(page).begin(demo.localhost(), "BRA").type("P-02", "UEDI-77/2026");
            wizard.saved();
            page.navigate(page.url().replaceAll("/status.*", "/contacts"));
            wizard.field("P-06.title").locator("[data-control]").waitFor();
            wizard.type("P-06.title", "Fiscal adjunta").saved();
            assertThat(wizard.field("P-06.name")).not().containsText("Costa Rica pide");
            page.navigate(page.url().replaceAll("/contacts.*", "/check"));
            page.locator("[data-part=redirect] a").click();
            page.waitForURL(Pattern.compile("/requests/new\\?draft="));
            paraguay.isAccessible();
            page.locator("#to").selectOption("CRI");
            page.locator("form[action='/requests/new'] button").click();
            page.waitForURL(Pattern.compile("to=CRI"));
            page.locator("input[name=authority]").first().check();
            page.locator("[data-part=begin]:not([disabled])").click();
            page.waitForURL(CHECK);
            assertThat(page.locator("[data-part=redirected]")).containsText("Ahora falta: Persona para confirmación");
            assertThat(page.locator("[data-part=redirected]")).containsText("Ya no corresponde");
            assertThat(page.locator("[data-part=redirected]")).containsText("Cargo");
            assertThat(page.locator("[data-part=obstacles]")).containsText("Persona para confirmación");
            assertThat(page.locator("[data-part=reasons]")).containsText("El idioma en que está redactada");
            assertThat(page.locator("[data-part=theirs]")).containsText("Costa Rica pide: Adjunte la orden.");
            assertThat(page.locator("[data-part=answers]")).not().containsText("Fiscal adjunta");
            paraguay.isAccessible();
            var notTaken = "no indica que reciba solicitudes en este idioma";
            assertThat(page.locator("[data-part=obstacles]")).containsText(notTaken);
            page.locator("#language").selectOption("en");
            assertThat(page.locator("[data-part=obstacles]")).not().containsText(notTaken);
            page.locator("#language").selectOption("es");
            assertThat(page.locator("[data-part=obstacles]")).containsText(notTaken);
            page.navigate(page.url().replaceAll("/check.*", "/contacts"));
            assertThat(wizard.field("P-06.name")).containsText("Costa Rica pide: Con rango y dependencia.");
            assertThat(wizard.field("P-06.title")).isHidden();
        }
    }

    private static void declare() {
        try (var programme = enter(Cast.SECRETARIAT, Language.EN, demo.localhost());
                var legal = enter(Cast.SECRETARIAT_LEGAL, Language.EN, demo.loopback())) {
            var page = programme.page();
            page.navigate(demo.localhost() + "/states/CRI/requirements?lang=en");
            assertThat(page.locator("main")).containsText("has declared nothing special");
            programme.isAccessible();
            for (var rule : new String[][] {
                {"P-06.name", "blocking", "", "Con rango y dependencia."},
                {"P-06.title", "not-accepted", "", ""},
                {"", "", "en", "Adjunte la orden."}
            }) {
                page.navigate(demo.localhost() + "/states/CRI/requirements/preservation-1");
                page.locator("[name=field]").selectOption(rule[0]);
                page.locator("[name=need]").selectOption(rule[1]);
                page.locator("[name=languages]").fill(rule[2]);
                page.locator("[name=es]").fill(rule[3]);
                page.locator("[name=since]")
                        .fill(LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
                page.locator("[name=way]").selectOption("NOTE_VERBALE");
                page.locator("[name=source]").fill("Nota 7/2026");
                programme.isAccessible();
                page.locator("main form button.button:not(.second)").click();
                page.waitForURL(CHANGE);
                var other = legal.page();
                other.navigate(demo.loopback() + URI.create(page.url()).getPath());
                other.locator("form[action$='/approval'] button").click();
                assertThat(other.locator("form[action$='/approval']")).hasCount(0);
            }
            page.navigate(demo.localhost() + "/states/CRI/requirements?lang=es");
            assertThat(page.locator("main")).containsText("Con rango y dependencia.");
            assertThat(page.locator("main")).containsText("Se recibe en: inglés");
            programme.isAccessible();
        }
    }
}

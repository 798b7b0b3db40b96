package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two officers of one authority at one computer: a colleague signs in in another tab while something is half typed in the first. */
class SharedComputerTests {

    private static final String TYPED = "escrito por la primera";

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.shared();

    @Test
    void whatIsTypedIntoAnActIsNotSavedInTheColleaguesName() {
        var request = Acting.opened(demo.localhost());
        var unsigned = demo.loopback() + request + "/unsigned";
        try (var visit =
                Acting.enter(Cast.COSTA_RICA_DUTY, Language.ES, demo.loopback()).expecting("40[134]")) {
            var page = visit.page();
            page.navigate(demo.loopback() + request);
            page.locator("[data-part=asked] h3").first().waitFor();
            Acting.reveal(page, "ask");
            Acting.fill(page.locator("enlace-act[data-kind=ask]"), "question", "antes");
            assertThat(page.locator("enlace-act[data-kind=ask] [data-part=whose]"))
                    .containsText("sellado");
            var kept = version(page, unsigned);

            var tab = visit.context().newPage();
            Acting.enter(tab, Cast.COSTA_RICA_DEPUTY, Language.ES, demo.loopback());
            page.bringToFront();
            page.locator("enlace-session [data-when=other-account]").waitFor();
            Acting.fill(page.locator("enlace-act[data-kind=ask]"), "question", TYPED);
            page.waitForTimeout(10_000);
            assertThat(version(tab, unsigned))
                    .as("nothing was saved while the colleague is signed in")
                    .isEqualTo(kept);

            Acting.enter(tab, Cast.COSTA_RICA_DUTY, Language.ES, demo.loopback());
            page.bringToFront();
            page.waitForCondition(() -> !version(tab, unsigned).equals(kept));
            assertThat(page.locator("enlace-act[data-kind=ask] [data-field=question] [data-control]"))
                    .hasValue(TYPED);
        }
        var found = OfficerSession.signIn(demo.localhost(), Cast.COSTA_RICA_DUTY)
                .get(request + "/unsigned")
                .json();
        assertThat(found.get(0).get("mine").asBoolean()).as("it is hers").isTrue();
    }

    @Test
    void aPlainFormIsNotSentInTheColleaguesName() {
        var request = Acting.opened(demo.localhost());
        try (var visit =
                Acting.enter(Cast.COSTA_RICA_DUTY, Language.EN, demo.loopback()).expecting("40[13]")) {
            var page = visit.page();
            page.navigate(demo.loopback() + request);
            var form = page.locator("form[action$='/holds']");
            page.locator("details:has(form[action$='/holds']) > summary").click();
            form.locator("#hold-reference").fill("77/2026");
            var button = form.locator("button[type=submit]");

            var tab = visit.context().newPage();
            Acting.enter(tab, Cast.COSTA_RICA_DEPUTY, Language.EN, demo.loopback());
            page.bringToFront();
            button.click();
            assertThat(form.locator("[role=alert]")).containsText("Somebody else is signed in now");
            assertThat(form.locator("#hold-reference")).hasValue("77/2026");
            button.click();
            assertThat(form.locator("[role=alert]")).containsText("Somebody else is signed in now");
            tab.navigate(demo.loopback() + request);
            assertThat(tab.locator("form[action$='/holds']")).hasCount(1);
            assertThat(tab.locator("#retention")).not().containsText("77/2026");

            Acting.enter(tab, Cast.COSTA_RICA_DUTY, Language.EN, demo.loopback());
            page.bringToFront();
            button.click();
            assertThat(page.locator("#retention")).containsText("77/2026");
        }
    }

    private static String version(Page page, String unsigned) {
        return String.valueOf(page.evaluate(
                "path => fetch(path).then(r => r.json()).then(all => String(all[0]?.version))", unsigned));
    }
}

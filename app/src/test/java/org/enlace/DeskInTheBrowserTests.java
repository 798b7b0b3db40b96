package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.enlace.demo.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The desk renews itself twice a minute, also while somebody goes through it with the keyboard. */
class DeskInTheBrowserTests {

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.shared();

    @Test
    void keepsTheFocusWhereItIs() {
        var request = Acting.opened(demo.localhost());
        try (var sanJose = Acting.enter(Cast.COSTA_RICA_DUTY, Language.EN, demo.loopback())) {
            var page = sanJose.page();
            page.clock().install();
            for (var place : new String[] {"#rows a[href='" + request + "']", "#rows th.state a"}) {
                page.navigate(demo.loopback() + "/desk?lang=en");
                var link = page.locator(place).first();
                link.focus();
                var old = link.elementHandle();
                page.waitForResponse(
                        answer -> answer.url().contains("/desk/rows"),
                        () -> page.clock().fastForward(31_000));
                page.waitForFunction("old => !old.isConnected", old);
                assertThat(page.locator(place).first()).isFocused();
            }
        }
    }
}

package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.Acting.enter;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.enlace.demo.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scenario A without a mouse: Tab, Enter, Space, arrows and typing, and always a visible answer to "where am I?". */
class ScenarioByKeyboardTests {

    /** More than any page here has stops: whoever needs more is trapped. */
    private static final int MANY = 150;

    private static final String SEEN = """
            () => {
              const at = document.activeElement;
              if (at === document.body) return true; // after the last stop, before the first
              const looks = [at, at.closest('label'), at.nextElementSibling].filter(Boolean).map((each) => getComputedStyle(each));
              return looks.some((look) => (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0) || look.boxShadow !== 'none');
            }
            """;

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.shared();

    @Test
    void aRequestIsWrittenSentTakenInChargeAndAnsweredFromTheKeyboard() {
        String request;
        try (var paraguay = enter(Cast.PARAGUAY_DUTY, Language.EN, demo.localhost())) {
            var page = paraguay.page();
            page.navigate(demo.localhost() + "/ask?from=PRY&to=CRI&measure=preservation&lang=en");
            press(page, "a[href*='/requests/new']");
            arrived(page, "/requests/new");
            page.locator("[data-part=begin]:not([disabled])").waitFor();
            press(page, "[data-part=begin]");
            arrived(page, "/status");
            page.locator("[data-part=example]").waitFor();
            press(page, "[data-part=example]");
            arrived(page, "/check");
            page.locator("[data-part=answers] h3").first().waitFor();

            press(page, "[data-part=answers] a[href$='/handling']");
            arrived(page, "/handling");
            page.locator("[data-when=open]").first().waitFor();
            tabTo(page, "[data-field='P-17'] input");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("[data-field='P-17'] input[value=ordinary]").isChecked())
                    .isTrue();
            page.keyboard().press("ArrowUp");
            tabTo(page, "[data-field='P-17.reason'] textarea");
            page.keyboard().press("Control+A");
            page.keyboard().type("La cuenta se vacía esta noche.");
            press(page, "li[data-step=need] a");
            arrived(page, "/need");
            page.locator("[data-when=open]").first().waitFor();
            tabTo(page, "[data-field='P-14'] input");
            page.keyboard().press("Space");
            press(page, "li[data-step=check] a");
            arrived(page, "/check");
            press(page, "[data-part=obstacles] a");
            page.waitForFunction("() => document.activeElement.closest('[data-field]')?.dataset.field === 'P-14'");
            page.keyboard().press("Space");
            press(page, "li[data-step=check] a");
            arrived(page, "/check");
            page.locator("[data-part=send]:not([disabled])").waitFor();
            press(page, "[data-part=send]");
            if (page.locator("[data-part=first]").isVisible()) {
                page.waitForTimeout(1_100); // to read it
                page.keyboard().press("Enter");
            }
            page.waitForURL(Pattern.compile("/requests/[0-9a-f-]{36}"));
            page.locator(".timeline [data-what=delivered]").waitFor();
            request = page.url().replaceFirst("^https?://[^/]+", "").replaceAll("[?#].*$", "");
        }
        try (var costaRica = enter(Cast.COSTA_RICA_DUTY, Language.EN, demo.loopback())) {
            var page = costaRica.page();
            page.navigate(demo.loopback() + "/desk?lang=en");
            press(page, "a[href='" + request + "']");
            arrived(page, request);
            page.locator("[data-part=open-request]").waitFor();
            tabTo(page, "[data-part=accept-conditions]");
            page.keyboard().press("Space");
            press(page, "[data-part=open-request]");
            page.locator(".timeline [data-what=open]").waitFor();
            onMain(page);
            page.locator("enlace-act[data-kind=take-in-charge] [data-when~=ready]")
                    .waitFor(hidden());

            press(page, "[data-reveal=take-in-charge]");
            press(page, "enlace-act[data-kind=take-in-charge] button[type=submit]");
            page.waitForFunction("() => document.activeElement.dataset.part === 'obstacles'");
            press(page, "enlace-act[data-kind=take-in-charge] [data-part=obstacles] a");
            page.waitForFunction("() => document.activeElement.matches('[data-field=reference] input')");
            page.keyboard().type("CR-24-7-881");
            tabTo(page, "[data-field=nextDate] input");
            page.keyboard().type(typed(3));
            press(page, "enlace-act[data-kind=take-in-charge] button[type=submit]");
            page.locator(".timeline [data-what=take-in-charge]").waitFor();
            onMain(page);
            page.locator("enlace-act[data-kind=preserve] [data-when~=ready]").waitFor(hidden());

            press(page, "[data-reveal=preserve]");
            page.waitForFunction("() => document.activeElement.matches('[data-field=ticket] input')");
            page.keyboard().type("PRES-2026-77");
            tabTo(page, "[data-field=extent] input");
            page.keyboard().press("Space");
            tabTo(page, "[data-field=custodian] input");
            page.keyboard().type("Proveedor Tico S.A.");
            tabTo(page, "enlace-act[data-kind=preserve] [data-field=from] [data-part=date]");
            page.keyboard().type(typed(-1));
            tabTo(page, "enlace-act[data-kind=preserve] [data-field=from] [data-part=time]");
            page.keyboard().type("120000PM");
            tabTo(page, "enlace-act[data-kind=preserve] [data-field=from] [data-part=offset]");
            page.keyboard().type("UTC−06");
            tabTo(page, "enlace-act[data-kind=preserve] [data-field=until] input");
            page.keyboard().type(typed(60));
            press(page, "enlace-act[data-kind=preserve] button[type=submit]");
            page.locator(".timeline [data-what=preserve]").waitFor();
            onMain(page);
        }
    }

    private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }

    /** Tabs on until the element has the focus, and sees at each stop that the focus can be seen. */
    private static void tabTo(Page page, String selector) {
        for (var stops = 0; stops < MANY; stops++) {
            page.keyboard().press("Tab");
            assertThat((Boolean) page.evaluate(SEEN))
                    .as("a visible focus on %s", page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)"))
                    .isTrue();
            if ((Boolean) page.evaluate("(selector) => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not come to " + selector + " on " + page.url());
    }

    private static void press(Page page, String selector) {
        tabTo(page, selector);
        page.keyboard().press("Enter");
    }

    /** A new page begins at its content, not at the menu, and not where the old page was. */
    private static void arrived(Page page, String path) {
        page.waitForURL(url -> url.contains(path));
        onMain(page);
    }

    private static void onMain(Page page) {
        page.waitForFunction("() => document.activeElement.id === 'main'");
    }

    /** A day as it is typed into a date field of an English browser. */
    private static String typed(int fromToday) {
        return LocalDate.now(ZoneId.of("UTC")).plusDays(fromToday).format(DateTimeFormatter.ofPattern("MMddyyyy"));
    }
}

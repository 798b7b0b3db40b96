package org.enlace.enrolment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.enrolment.Newcomers.PASSPHRASE;
import static org.enlace.enrolment.Newcomers.email;
import static org.enlace.enrolment.Newcomers.part;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.regex.Pattern;
import org.enlace.Browsers;
import org.enlace.Language;
import org.enlace.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

/** Enrolment and sign-in without a mouse, on a telephone's width and a desk's, each step looked at by the accessibility checker. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class KeyboardTests {

    private static final int FAR = 60;

    private final Newcomers people;
    private final String origin;

    KeyboardTests(@Autowired ApplicationContext house) {
        this.people = new Newcomers(house);
        this.origin = people.origin();
    }

    @ParameterizedTest
    @CsvSource({"PT, 360", "EN, 1280"})
    void byKeysAlone(Language language, int width) {
        try (var visit = Browsers.visit(language, width).expecting("422")) {
            var page = visit.page();
            var email = email();
            page.navigate(origin + people.invite(email, Role.OBSERVER, null));
            visit.isAccessible();
            press(page, "main form button");

            assertThat(part(page, "name")).isVisible();
            visit.isAccessible();
            type(page, "[data-part=name]", "Rosa");
            page.keyboard().press("Enter");
            assertThat(part(page, "choose-passphrase")).isVisible();
            visit.isAccessible();
            press(page, "[data-part=choose-passphrase]");

            assertThat(part(page, "passphrase-form")).isVisible();
            visit.isAccessible();
            var secret = People.decoded(
                    String.valueOf(page.locator("[data-part=secret]").textContent())
                            .replace(" ", ""));
            type(page, "[data-part=code]", People.code(secret, Instant.now()));
            type(page, "[data-part=passphrase]", PASSPHRASE);
            type(page, "[data-part=passphrase-again]", PASSPHRASE);
            page.keyboard().press("Enter");

            assertThat(part(page, "sheet")).isVisible();
            assertThat(page.locator(":focus"))
                    .hasText(page.locator("[data-part=sheet] h2").textContent());
            visit.isAccessible();
            var groups = part(page, "paper-code").locator("span").allTextContents();
            press(page, "[data-part=printed]");
            assertThat(part(page, "back-form")).isVisible();
            visit.isAccessible();
            for (int n = 0; n < 2; n++) {
                var number = Integer.parseInt(part(page, "group-number").nth(n).textContent());
                page.keyboard().type(groups.get(number));
                page.keyboard().press(n == 0 ? "Tab" : "Enter");
            }
            assertThat(part(page, "go-on")).isVisible();
            visit.isAccessible();
            press(page, "[data-part=go-on]");
            assertThat(page).hasURL(Pattern.compile("://[^/]*/account$"));
            visit.isAccessible();

            press(page, "form[action='/sign-out'] button");
            assertThat(page).hasURL(origin + "/");
            people.waitForTheNextCode(email);
            page.navigate(origin + "/sign-in?next=/account");
            assertThat(part(page, "passkey")).isVisible();
            visit.isAccessible();
            type(page, "[data-part=email]", email);
            type(page, "[data-part=code]", "000000");
            type(page, "[data-part=passphrase]", PASSPHRASE);
            page.keyboard().press("Enter");
            assertThat(part(page, "problem")).isVisible();
            assertThat(page.locator("[data-part=passphrase]:focus")).isVisible();
            visit.isAccessible();
            page.locator("[data-part=code]").focus();
            page.keyboard().press("ControlOrMeta+a");
            page.keyboard().type(People.code(secret, Instant.now()));
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("://[^/]*/account$"));

            press(page, "a[href='/account/sessions']");
            assertThat(page).hasURL(Pattern.compile(".*/account/sessions$"));
            visit.isAccessible();
        }
    }

    private static void type(Page page, String selector, String text) {
        reach(page, selector);
        page.keyboard().type(text);
    }

    private static void press(Page page, String selector) {
        reach(page, selector);
        page.keyboard().press("Enter");
    }

    /** Goes on with the tabulator until it is there, and sees that it can be seen to be there. */
    private static void reach(Page page, String selector) {
        for (int n = 0; n < FAR; n++) {
            if ((Boolean) page.evaluate("(selector) => document.activeElement?.matches(selector) ?? false", selector)) {
                assertThat(page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"))
                        .as("the focus shows on %s", selector)
                        .isNotEqualTo("none");
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }
}

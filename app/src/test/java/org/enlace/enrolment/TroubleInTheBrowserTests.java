package org.enlace.enrolment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.enrolment.Newcomers.PASSPHRASE;
import static org.enlace.enrolment.Newcomers.email;
import static org.enlace.enrolment.Newcomers.part;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import org.enlace.Browsers;
import org.enlace.Language;
import org.enlace.Role;
import org.enlace.access.Accounts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes wrong on the way in: each time a sentence says what happened, whether anything was lost, and what to do. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TroubleInTheBrowserTests {

    private final ApplicationContext house;
    private final Newcomers people;
    private final String origin;

    TroubleInTheBrowserTests(@Autowired ApplicationContext house) {
        this.house = house;
        this.people = new Newcomers(house);
        this.origin = people.origin();
    }

    @Test
    void aBrowserThatCannotIsToldBeforeAnythingIsTyped() {
        for (var missing : new String[] {"TransformStream", "BroadcastChannel"}) {
            try (var visit = Browsers.visit(Language.PT, 360)) {
                var page = visit.page();
                page.addInitScript("delete globalThis." + missing);
                page.navigate(origin + "/sign-in");
                assertThat(page).hasURL(Pattern.compile(".*/browser\\?missing=.*"));
                assertThat(page.locator("main")).containsText("Nada se perdeu");
                visit.isAccessible();

                page.navigate(origin + people.invite(email(), Role.OBSERVER, null));
                page.locator("main form button[type=submit]").click();
                assertThat(page).hasURL(Pattern.compile(".*/browser\\?missing=.*"));
            }
        }
    }

    @Test
    void aPageWhoseScriptsDoNotStartSaysSo() {
        try (var visit = Browsers.visit(Language.EN).expecting("ERR_FAILED")) {
            var page = visit.page();
            page.route(Pattern.compile("/assets/enlace-[^/]*\\.js"), route -> route.abort());
            page.navigate(origin + "/sign-in");
            assertThat(page.getByText("This part of the page has not started"))
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setTimeout(8_000));
        }
    }

    @Test
    void aWrongClockIsSaidBeforeAnythingIsTyped() {
        try (var visit = Browsers.visit(Language.EN)) {
            var page = visit.page();
            page.clock().setFixedTime(Date.from(Instant.now().plus(Duration.ofMinutes(20))));
            page.navigate(origin + people.invite(email(), Role.OBSERVER, null));
            page.locator("main form button[type=submit]").click();
            assertThat(part(page, "problem")).containsText("The clock of this device is 20 min from ours");
            assertThat(part(page, "name")).isHidden();
            visit.isAccessible();

            page.clock().setFixedTime(Date.from(Instant.now()));
            part(page, "again").click();
            assertThat(part(page, "name")).isVisible();
            assertThat(part(page, "problem")).isHidden();
        }
    }

    @Test
    void aLostConnectionInTheMiddleLosesNothing() {
        try (var visit = Browsers.visit(Language.EN).expecting("ERR_INTERNET_DISCONNECTED")) {
            var page = visit.page();
            people.begin(page, people.invite(email(), Role.OBSERVER, null), "Rosa");
            part(page, "choose-passphrase").click();
            assertThat(part(page, "passphrase-form")).isVisible();
            var secret = People.decoded(
                    String.valueOf(page.locator("[data-part=secret]").textContent())
                            .replace(" ", ""));
            part(page, "code").fill(People.code(secret, Instant.now()));
            part(page, "passphrase").fill(PASSPHRASE);
            part(page, "passphrase-again").fill(PASSPHRASE);
            visit.context().setOffline(true);
            submit(page, "passphrase-form");
            assertThat(part(page, "problem")).containsText("Nothing that you typed was lost");
            assertThat(page.locator("#offline")).isVisible();
            assertThat(part(page, "passphrase")).hasValue(PASSPHRASE);
            visit.context().setOffline(false);
            submit(page, "passphrase-form");
            assertThat(part(page, "sheet")).isVisible();

            visit.context().setOffline(true);
            people.print(page);
            assertThat(part(page, "problem")).containsText("Nothing that you typed was lost");
            visit.context().setOffline(false);
            submit(page, "back-form");
            people.goOn(page);
            assertThat(page).hasURL(Pattern.compile("://[^/]*/account$"));
        }
    }

    @Test
    void anAnswerLostAtTheLastStepIsNoLostAccount() {
        try (var visit = Browsers.visit(Language.EN).expecting("ERR_FAILED|410")) {
            var page = visit.page();
            var email = email();
            people.begin(page, people.invite(email, Role.OBSERVER, null), "Rosa");
            var secret = people.byPassphrase(page);
            page.route("**/completion", route -> {
                var before = visit.context().cookies();
                route.fetch();
                visit.context().clearCookies();
                visit.context()
                        .addCookies(before.stream()
                                .map(cookie -> new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value)
                                        .setDomain(cookie.domain)
                                        .setPath(cookie.path)
                                        .setHttpOnly(cookie.httpOnly))
                                .toList());
                route.abort();
            });
            people.print(page);
            assertThat(part(page, "problem")).containsText("could not be reached");
            assertThat(house.getBean(Accounts.class).byEmail(email)).isPresent();

            page.unroute("**/completion");
            submit(page, "back-form");
            assertThat(page.getByText("The connection was lost just after your key had been kept"))
                    .isVisible();
            visit.isAccessible();

            people.waitForTheNextCode(email);
            page.locator("enlace-enrolment a[href='/sign-in']").click();
            people.signIn(page, email, People.code(secret, Instant.now()), PASSPHRASE);
            assertThat(page.locator(".me strong")).hasText("Rosa");
        }
    }

    @Test
    void whoNeedsMoreThanAnHourChoosesAgain() {
        try (var visit = Browsers.visit(Language.EN).expecting("409")) {
            var page = visit.page();
            visit.passkeyDevice();
            people.begin(page, people.invite(email(), Role.OBSERVER, null), "Olga");
            people.byPasskey(page);
            house.getBean(JdbcClient.class)
                    .sql(
                            "update access.challenge set expires_at = now() - interval '1 minute' where purpose = 'PASSKEY'")
                    .update();
            people.print(page);
            assertThat(part(page, "problem")).containsText("destroy the sheet you printed");

            part(page, "choose-passphrase").click();
            people.choosePassphrase(page);
            people.print(page);
            people.goOn(page);
            assertThat(page).hasURL(Pattern.compile("://[^/]*/account$"));
        }
    }

    @Test
    void aLinkThatWasUsedLeadsToTheSignIn() {
        try (var visit = Browsers.visit(Language.ES, 360).expecting("410")) {
            var page = visit.page();
            var link = people.invite(email(), Role.OBSERVER, null);
            people.begin(page, link, "Rosa");
            people.byPassphrase(page);
            people.print(page);
            people.goOn(page);
            visit.context().clearCookies();

            var answer = page.navigate(origin + link);
            assertThat(answer.status()).isEqualTo(410);
            assertThat(page.locator("h1")).hasText("Este enlace no se puede usar");
            assertThat(page.locator("main a[href='/sign-in']")).isVisible();
            visit.isAccessible();
        }
    }

    @Test
    void anExpiredLinkSaysWhomToAsk() {
        try (var visit = Browsers.visit(Language.FR).expecting("410")) {
            var page = visit.page();
            var email = email();
            var link = people.invite(email, Role.OBSERVER, null);
            house.getBean(JdbcClient.class)
                    .sql("update access.invitation set expires_at = now() - interval '1 minute' where email = :email")
                    .param("email", email)
                    .update();
            page.navigate(origin + link);
            assertThat(page.locator("h1")).hasText("Ce lien ne peut pas être utilisé");
            page.navigate(origin + "/recovery/" + "A".repeat(43));
            assertThat(page.locator("h1")).hasText("Ce lien ne peut pas être utilisé");
        }
    }

    private static void submit(Page page, String form) {
        Locator button = part(page, form).locator("button[type=submit]");
        button.click();
    }
}

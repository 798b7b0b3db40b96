package org.enlace.enrolment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.enrolment.Newcomers.PASSPHRASE;
import static org.enlace.enrolment.Newcomers.email;
import static org.enlace.enrolment.Newcomers.part;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.enlace.Browsers;
import org.enlace.Language;
import org.enlace.Role;
import org.enlace.access.Accounts;
import org.enlace.keys.Lock;
import org.enlace.keys.Locks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

/** The ways to unlock one's own key: added, renewed and taken away, and always two of different kinds, one of them paper. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OwnWaysInTheBrowserTests {

    private final ApplicationContext house;
    private final Newcomers people;
    private final String origin;

    OwnWaysInTheBrowserTests(@Autowired ApplicationContext house) {
        this.house = house;
        this.people = new Newcomers(house);
        this.origin = people.origin();
    }

    @Test
    void aPasskeyComesAndThePassphraseMayGoThen() {
        try (var visit = Browsers.visit(Language.EN)) {
            var page = visit.page();
            var email = enrolByPassphrase(page);
            visit.passkeyDevice();
            assertThat(removals(page)).hasCount(0);

            part(page, "add-passkey").click();
            assertThat(page.getByText("Passkey of").first()).isVisible();
            assertThat(kinds(email))
                    .containsExactlyInAnyOrder(Lock.Kind.PASSPHRASE, Lock.Kind.PAPER, Lock.Kind.PASSKEY);
            visit.isAccessible();

            removal(page, "Passphrase and codes").click();
            assertThat(removals(page)).hasCount(0);
            assertThat(kinds(email)).containsExactlyInAnyOrder(Lock.Kind.PAPER, Lock.Kind.PASSKEY);

            visit.context().clearCookies();
            page.navigate(origin + "/sign-in?next=/account");
            part(page, "passkey").click();
            assertThat(page).hasURL(Pattern.compile("://[^/]*/account$"));
            assertThat(page.locator("enlace-unlock section")).isHidden();
        }
    }

    @Test
    void thePassphraseComesAndThePasskeyMayGoThen() {
        try (var visit = Browsers.visit(Language.EN)) {
            var page = visit.page();
            visit.passkeyDevice();
            var email = email();
            people.begin(page, people.invite(email, Role.OBSERVER, null), "Olga");
            people.byPasskey(page);
            people.print(page);
            people.goOn(page);

            part(page, "new-passphrase").click();
            visit.isAccessible();
            people.choosePassphrase(page);
            assertThat(page.locator("li strong").getByText("Passphrase and codes"))
                    .isVisible();
            removal(page, "Passkey").click();
            assertThat(removals(page)).hasCount(0);
            assertThat(kinds(email)).containsExactlyInAnyOrder(Lock.Kind.PASSPHRASE, Lock.Kind.PAPER);

            page.reload();
            page.locator("#unlock-passphrase").fill(PASSPHRASE);
            page.locator("enlace-unlock [data-way=passphrase] button").click();
            assertThat(page.locator("enlace-unlock section")).isHidden();
        }
    }

    @Test
    void aNewPrintedCodeTakesThePlaceOfTheOldOne() {
        try (var visit = Browsers.visit(Language.EN)) {
            var page = visit.page();
            people.begin(page, people.invite(email(), Role.OBSERVER, null), "Rosa");
            people.byPassphrase(page);
            var old = people.print(page);
            people.goOn(page);

            part(page, "new-paper").click();
            visit.isAccessible();
            var fresh = people.print(page);
            assertThat(part(page, "new-paper")).isVisible();
            assertThat(fresh).isNotEqualTo(old);

            page.reload();
            page.getByText("Unlock with the printed recovery code").click();
            unlockBy(page, old);
            assertThat(page.locator("enlace-unlock [data-part=problem]")).containsText("This does not open your key");
            unlockBy(page, fresh);
            assertThat(page.locator("enlace-unlock section")).isHidden();
        }
    }

    @Test
    void theLastTwoCannotBeTakenAwayByAskingTheServerDirectly() {
        try (var visit = Browsers.visit(Language.EN).expecting("409")) {
            var page = visit.page();
            var email = enrolByPassphrase(page);
            for (var lock : locks(email)) {
                var status = page.evaluate("""
                        async (lock) => {
                          const { csrf } = await (await fetch('/session')).json();
                          const answer = await fetch(`/account/ways/${lock}/removal`, { method: 'POST', headers: { [csrf.header]: csrf.token } });
                          return answer.status;
                        }""", lock.id().toString());
                assertThat(status).as(lock.kind().name()).isEqualTo(409);
            }
            assertThat(locks(email)).hasSize(2);
        }
    }

    @Test
    void aWrongPassphraseSaysSoAndNothingIsLost() {
        try (var visit = Browsers.visit(Language.PT)) {
            var page = visit.page();
            enrolByPassphrase(page);
            page.reload();
            page.locator("#unlock-passphrase").fill("uma frase bem diferente");
            page.locator("enlace-unlock [data-way=passphrase] button").click();
            assertThat(page.locator("enlace-unlock [data-part=problem]")).containsText("Nada se perdeu");
            visit.isAccessible();
        }
    }

    private String enrolByPassphrase(Page page) {
        var email = email();
        people.begin(page, people.invite(email, Role.OBSERVER, null), "Rosa");
        people.byPassphrase(page);
        people.print(page);
        people.goOn(page);
        assertThat(page).hasURL(Pattern.compile("://[^/]*/account$"));
        return email;
    }

    private static void unlockBy(Page page, String code) {
        page.locator("#unlock-code").fill(code);
        page.locator("enlace-unlock [data-way=paper] button").click();
    }

    private static Locator removals(Page page) {
        return page.locator("form[action$='/removal']");
    }

    private static Locator removal(Page page, String way) {
        return page.locator("li", new Page.LocatorOptions().setHasText(way)).locator("form[action$='/removal'] button");
    }

    private List<Lock.Kind> kinds(String email) {
        return locks(email).stream().map(Lock::kind).toList();
    }

    private List<Lock> locks(String email) {
        return house.getBean(Locks.class)
                .of(house.getBean(Accounts.class).byEmail(email).orElseThrow().id());
    }
}

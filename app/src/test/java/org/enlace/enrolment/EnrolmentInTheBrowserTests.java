package org.enlace.enrolment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.enrolment.Newcomers.PASSPHRASE;
import static org.enlace.enrolment.Newcomers.email;
import static org.enlace.enrolment.Newcomers.part;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.enlace.Browsers;
import org.enlace.Browsers.Visit;
import org.enlace.Language;
import org.enlace.Role;
import org.enlace.keys.AuthorityKeys;
import org.enlace.keys.Division;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who come, stay, get back in and go, at real browsers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EnrolmentInTheBrowserTests {

    private final ApplicationContext house;
    private final Newcomers people;
    private final AuthorityKeys keys;
    private final String origin;

    EnrolmentInTheBrowserTests(@Autowired ApplicationContext house) {
        this.house = house;
        this.people = new Newcomers(house);
        this.keys = house.getBean(AuthorityKeys.class);
        this.origin = people.origin();
    }

    @Test
    void aPasskeySignsInAndUnlocksAfterTheBrowserWasCleaned() {
        try (var visit = Browsers.visit(Language.EN)) {
            var page = visit.page();
            visit.passkeyDevice();
            people.begin(page, people.invite(email(), Role.OBSERVER, null), "Olga");
            people.byPasskey(page);
            people.print(page);
            people.goOn(page);
            assertThat(page).hasURL(Pattern.compile(".*/account$"));
            assertThat(page.getByText("Passkey of").first()).isVisible();
            assertThat(unlocking(page)).isHidden();

            clean(visit);
            page.navigate(origin + "/account");
            assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?next=%2Faccount$"));
            part(page, "passkey").click();
            assertThat(page).hasURL(Pattern.compile(".*/account$"));
            assertThat(page.locator("enlace-fingerprint li")).hasCount(6);
            assertThat(unlocking(page)).isHidden();
        }
    }

    @Test
    void aPassphraseOpensTheKeyOnAnotherComputer() {
        var email = email();
        var secret = new byte[0];
        try (var visit = Browsers.visit(Language.ES)) {
            var page = visit.page();
            people.begin(page, people.invite(email, Role.OBSERVER, null), "Rosa");
            secret = people.byPassphrase(page);
            people.print(page);
            people.goOn(page);
            assertThat(page).hasURL(Pattern.compile(".*/account$"));
        }
        people.waitForTheNextCode(email);
        try (var elsewhere = Browsers.visit(Language.ES).expecting("422")) {
            var page = elsewhere.page();
            page.navigate(origin + "/sign-in?next=/account");
            people.signIn(page, email, "000000", PASSPHRASE);
            assertThat(part(page, "problem")).containsText("No pudimos iniciar la sesión");
            people.signIn(page, email, People.code(secret, Instant.now()), PASSPHRASE);
            assertThat(page).hasURL(Pattern.compile(".*/account$"));
            assertThat(page.locator("enlace-fingerprint li")).hasCount(6);
            assertThat(unlocking(page)).isHidden();
        }
    }

    @Test
    void afterSigningOutTheBackButtonShowsNothing() {
        var email = email();
        try (var visit = Browsers.visit(Language.EN)) {
            var page = visit.page();
            people.begin(page, people.invite(email, Role.OBSERVER, null), "Rosa");
            people.byPassphrase(page);
            people.print(page);
            people.goOn(page);
            page.navigate(origin + "/account"); // by its address, so that the browser itself could keep it
            assertThat(page.locator("main").getByText(email).first()).isVisible();
            assertThat(unlocking(page)).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            assertThat(page).hasURL(origin + "/");
            page.goBack();
            assertThat(part(page, "passkey")).isVisible();
            assertThat(page.getByText(email)).hasCount(0);
        }
    }

    @Test
    void anAuthorityGrowsAndShrinks() {
        var authority = "pry-" + UUID.randomUUID();
        try (var asuncion = Browsers.visit(Language.EN);
                var villarrica = Browsers.visit(Language.EN)) {
            var one = asuncion.page();
            asuncion.passkeyDevice();
            var first = email();
            people.begin(one, people.invite(first, Role.OFFICER, authority), "Ana");
            people.byPasskey(one);
            people.print(one);
            people.goOn(one);
            asuncion.isAccessible();
            people.found(one);
            assertThat(one.getByText("holds the key", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(1);
            assertThat(keys.canReceive(authority)).isTrue();

            var two = villarrica.page();
            people.begin(two, people.invite(email(), Role.OFFICER, authority), "Bruno");
            people.byPassphrase(two);
            people.print(two);
            people.goOn(two);
            assertThat(two.getByText("Waiting for a colleague to admit you")).isVisible();
            villarrica.isAccessible();
            assertThat(queued("ADMISSION_WAITING", first)).isEqualTo("/colleagues");

            one.navigate(origin + "/colleagues");
            one.locator("enlace-unlock [data-way=passkey] button").click();
            assertThat(one.locator("enlace-admission li")).hasCount(6);
            assertThat(one.locator(".menu a[href='/colleagues']")).hasText("Colleagues 1 (one waits)");
            asuncion.isAccessible();
            part(one, "admit").click();
            assertThat(one.getByText("holds the key", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(2);
            assertThat(keys.members(authority, 1)).hasSize(2);
            assertThat(one.locator(".menu a[href='/colleagues']")).hasText("Colleagues");

            one.getByText("Bruno leaves the authority").click();
            part(one, "new-sheet").check();
            asuncion.isAccessible();
            var before = keys.sheet(authority).orElseThrow();
            part(one, "succeed").locator("button").click();
            var sheet = people.divide(one, "Carmen", 1).getFirst();
            part(one, "printed").click();
            people.type(one, "rehearse", sheet);
            assertThat(one.getByText("holds the key", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(1);
            assertThat(keys.current(authority).orElseThrow().generation()).isEqualTo(2);
            assertThat(keys.sheet(authority).orElseThrow().division()).isEqualTo(new Division(1, 1));
            assertThat(keys.sheet(authority).orElseThrow().recipient()).isNotEqualTo(before.recipient());
            two.navigate(origin + "/account");
            assertThat(two).hasURL(Pattern.compile(".*/sign-in.*"));
        }
    }

    @Test
    void thePrintedCodeAndAColleagueBringSomebodyBack() {
        var authority = "pry-" + UUID.randomUUID();
        var lost = email();
        var printed = "";
        try (var colleague = Browsers.visit(Language.EN);
                var person = Browsers.visit(Language.EN)) {
            var ana = colleague.page();
            people.begin(ana, people.invite(email(), Role.OFFICER, authority), "Ana");
            people.byPassphrase(ana);
            people.print(ana);
            people.goOn(ana);

            var bruno = person.page();
            people.begin(bruno, people.invite(lost, Role.OFFICER, authority), "Bruno");
            people.byPassphrase(bruno);
            printed = people.print(bruno);
            people.goOn(bruno);
            assertThat(bruno).hasURL(Pattern.compile(".*/colleagues$"));
            clean(person);

            bruno.navigate(origin + "/recovery");
            person.isAccessible();
            bruno.locator("#email").fill(lost);
            bruno.locator("main form button").click();
            assertThat(bruno.locator("enlace-fingerprint li")).hasCount(6);
            person.isAccessible();
            var spoken = bruno.locator("enlace-fingerprint li").allTextContents();
            var link = mailed(lost);
            bruno.navigate(origin + link);
            assertThat(bruno.getByText("A colleague has to confirm first")).isVisible();
            person.isAccessible();

            ana.navigate(origin + "/colleagues");
            assertThat(ana.getByText("Bruno asks to recover access")).isVisible();
            assertThat(ana.locator(".turn enlace-fingerprint li")).hasCount(6);
            assertThat(ana.locator(".turn enlace-fingerprint li").allTextContents())
                    .isEqualTo(spoken);
            colleague.isAccessible();
            ana.getByText("I know the voice").click();
            assertThat(ana.getByText("Bruno asks to recover access")).isHidden();

            person.passkeyDevice();
            bruno.navigate(origin + link);
            person.isAccessible();
            part(bruno, "printed-code").fill(printed);
            part(bruno, "code-form").locator("button").click();
            people.byPasskey(bruno);
            people.print(bruno);
            people.goOn(bruno);
            assertThat(bruno).hasURL(Pattern.compile(".*/account$"));
            assertThat(bruno.getByText("Passkey of").first()).isVisible();
            assertThat(bruno.getByText("Passphrase and codes", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(0);
        }
    }

    /** The link of the mail, which is made out within a second or two. */
    private String mailed(String email) {
        for (int n = 0; n < 100; n++) {
            var path = house.getBean(JdbcClient.class)
                    .sql("select path from notices.notice where recipient = :email and kind = 'RECOVERY'")
                    .param("email", email)
                    .query(String.class)
                    .optional();
            if (path.isPresent()) {
                return path.get();
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("no mail to " + email);
    }

    /** Where a mail of this kind leads: queued once, in the language of whoever gets it, with nothing else in it. */
    private String queued(String kind, String email) {
        return house.getBean(JdbcClient.class)
                .sql("""
                        select path from notices.notice
                        where kind = :kind and recipient = :email and language = 'en' and reference = '' and deadline is null""")
                .param("kind", kind)
                .param("email", email)
                .query(String.class)
                .single();
    }

    private static Locator unlocking(Page page) {
        return page.locator("enlace-unlock section");
    }

    /** What a cleaned browser has left: nothing. The passkey device belongs to the computer, and stays (closing this session would switch it off). */
    private void clean(Visit visit) {
        visit.context().clearCookies();
        var session = visit.context().newCDPSession(visit.page());
        var all = new JsonObject();
        all.addProperty("origin", origin);
        all.addProperty("storageTypes", "all");
        session.send("Storage.clearDataForOrigin", all);
    }
}

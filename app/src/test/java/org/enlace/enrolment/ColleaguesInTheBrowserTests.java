package org.enlace.enrolment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.enrolment.Newcomers.email;
import static org.enlace.enrolment.Newcomers.part;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.enlace.Browsers;
import org.enlace.Browsers.Visit;
import org.enlace.Language;
import org.enlace.Role;
import org.enlace.access.Accounts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inviting, withdrawing and letting go, as those do it who answer for others. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ColleaguesInTheBrowserTests {

    private final ApplicationContext house;
    private final Newcomers people;
    private final String origin;

    ColleaguesInTheBrowserTests(@Autowired ApplicationContext house) {
        this.house = house;
        this.people = new Newcomers(house);
        this.origin = people.origin();
    }

    @Nested
    class AsCoordinatorOfParaguay {

        @Test
        void invitesAnOfficerToAnAuthorityOfTheState() {
            try (var visit = Browsers.visit(Language.EN).expecting("422")) {
                var page = enter(visit, Role.COORDINATOR);
                page.navigate(origin + "/colleagues");
                visit.isAccessible();
                var invited = email();

                send(page);
                assertThat(page.locator(".problems")).isVisible();
                assertThat(page.locator(".problems a").allTextContents())
                        .as("in the order of the form")
                        .containsExactly("Say whom to invite", "Say what they do");
                visit.isAccessible();

                page.locator("#email").fill(invited);
                page.locator("#function").fill("Duty officer");
                send(page);
                assertThat(page.locator(".problems")).containsText("Choose the authority");

                assertThat(page.locator("#authority option").allTextContents())
                        .as("authorities of Paraguay and of nobody else")
                        .noneMatch(name -> name.contains("Brazil") || name.contains("Canada"));
                page.locator("#authority")
                        .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
                page.locator("#language").selectOption("PT");
                send(page);
                var link = page.locator(".digest").textContent().strip();
                visit.isAccessible();
                assertThat(queuedLink(invited)).isEqualTo(link.substring(origin.length()));

                page.getByRole(
                                com.microsoft.playwright.options.AriaRole.LINK,
                                new Page.GetByRoleOptions().setName("Colleagues"))
                        .last()
                        .click();
                assertThat(row(page, invited)).containsText("not begun");
                assertThat(link).doesNotContain(invited);
            }
        }

        @Test
        void withdrawsAnInvitationAndTheLinkIsDead() {
            try (var visit = Browsers.visit(Language.EN).expecting("410")) {
                var page = enter(visit, Role.COORDINATOR);
                var invited = email();
                var link = people.invite(invited, Role.OFFICER, "pry-ministerio-publico");
                page.navigate(origin + "/colleagues");
                row(page, invited).locator("button").click();
                assertThat(row(page, invited)).hasCount(0);

                page.navigate(origin + link);
                assertThat(page.locator("h1")).hasText("This link cannot be used");
                assertThat(page.locator(".lead")).containsText("Ask whoever invited you");
                visit.isAccessible();
            }
        }

        @Test
        void seesThatAMailCameBack() {
            try (var visit = Browsers.visit(Language.EN)) {
                var page = enter(visit, Role.COORDINATOR);
                var invited = email();
                page.navigate(origin + "/colleagues");
                page.locator("#email").fill(invited);
                page.locator("#function").fill("Coordinator");
                page.locator("#role").selectOption("COORDINATOR");
                send(page);
                assertThat(page.locator(".digest")).isVisible();
                house.getBean(JdbcClient.class).sql("""
                                update notices.notice set failed_at = queued_at, failure = '550 no such user', path = '/'
                                where recipient = :email""").param("email", invited).update();
                page.navigate(origin + "/colleagues");
                assertThat(row(page, invited)).containsText("the mail came back");
                visit.isAccessible();
            }
        }

        @Test
        void letsSomebodyGoWhoHoldsNoKeyAndTheyAreOutAtOnce() {
            try (var visit = Browsers.visit(Language.EN);
                    var theirs = Browsers.visit(Language.EN)) {
                var page = enter(visit, Role.COORDINATOR);
                var leaver = email();
                var other = enrol(theirs, leaver, Role.COORDINATOR);
                page.navigate(origin + "/colleagues");
                var id = house.getBean(Accounts.class)
                        .byEmail(leaver)
                        .orElseThrow()
                        .id();
                page.locator("a[href='/colleagues/" + id + "/hand-over']").click();
                assertThat(page.locator("main")).containsText("within 60 seconds");
                assertThat(page.locator("main")).containsText("It cannot be undone");
                visit.isAccessible();
                assertThat(house.getBean(Accounts.class).find(id).orElseThrow().leftAt())
                        .as("the page alone ends nothing")
                        .isNull();
                page.locator("form[action='/colleagues/" + id + "/leave'] button")
                        .click();
                assertThat(page).hasURL(Pattern.compile(".*/colleagues$"));
                assertThat(page.locator("a[href='/colleagues/" + id + "/hand-over']"))
                        .hasCount(0);
                other.navigate(origin + "/account");
                assertThat(other).hasURL(Pattern.compile(".*/sign-in.*"));
            }
        }

        @Test
        void doesNotFindPeopleOfOtherStates() {
            var stranger = new People(house).enrol(Role.COORDINATOR, "BRA");
            try (var visit = Browsers.visit(Language.EN).expecting("404")) {
                var page = enter(visit, Role.COORDINATOR);
                assertThat(post(page, "/colleagues/" + stranger.id() + "/leave"))
                        .isEqualTo(404);
                assertThat(post(page, "/colleagues/invitations/" + stranger.id() + "/withdrawal"))
                        .isEqualTo(404);
                assertThat(house.getBean(Accounts.class)
                                .find(stranger.id())
                                .orElseThrow()
                                .leftAt())
                        .isNull();
            }
        }
    }

    @Nested
    class AsSecretariat {

        @Test
        void invitesACoordinatorOfANamedState() {
            try (var visit = Browsers.visit(Language.FR, 360).expecting("422")) {
                var page = enter(visit, Role.SECRETARIAT);
                page.navigate(origin + "/colleagues");
                visit.isAccessible();
                page.locator("#email").fill(email());
                page.locator("#function").fill("Coordonnatrice nationale");
                page.locator("#role").selectOption("COORDINATOR");
                send(page);
                assertThat(page.locator(".problems")).containsText("Choisissez l’État");
                page.locator("#state").selectOption("CAN");
                send(page);
                assertThat(page.locator(".digest")).containsText("/invitations/");
                visit.isAccessible();
            }
        }

        @Test
        void mayNotMakeOfficers() {
            try (var visit = Browsers.visit(Language.EN)) {
                var page = enter(visit, Role.SECRETARIAT);
                page.navigate(origin + "/colleagues");
                assertThat(page.locator("#role option[value=OFFICER]")).hasCount(0);
            }
        }
    }

    @Nested
    class AsObserver {

        @Test
        void findsNoColleaguesAndReachesTheOwnAccountByTheName() {
            try (var visit = Browsers.visit(Language.EN).expecting("404")) {
                var page = enter(visit, Role.OBSERVER);
                assertThat(page.locator(".menu a[href='/colleagues']")).hasCount(0);
                page.navigate(origin + "/colleagues");
                assertThat(page.locator("h1")).hasText("Not found");
                page.locator(".me a[href='/account']").click();
                assertThat(page).hasURL(Pattern.compile("://[^/]*/account$"));
            }
        }
    }

    private Page enter(Visit visit, Role role) {
        return enrol(visit, email(), role);
    }

    private Page enrol(Visit visit, String email, Role role) {
        var page = visit.page();
        people.begin(page, people.invite(email, role, null), "Carla");
        people.byPassphrase(page);
        people.print(page);
        people.goOn(page);
        assertThat(part(page, "new-paper")).isVisible();
        return page;
    }

    private static void send(Page page) {
        page.locator("form[action='/colleagues/invitations'] button[type=submit]")
                .click();
        page.waitForTimeout(300);
    }

    private static Locator row(Page page, String email) {
        return page.locator("li", new Page.LocatorOptions().setHasText(email));
    }

    private static Object post(Page page, String path) {
        return page.evaluate("""
                async (path) => {
                  const { csrf } = await (await fetch('/session')).json();
                  return (await fetch(path, { method: 'POST', headers: { [csrf.header]: csrf.token } })).status;
                }""", path);
    }

    private String queuedLink(String email) {
        return house.getBean(JdbcClient.class)
                .sql(
                        "select path from notices.notice where recipient = :email and kind = 'INVITATION' and language = 'pt'")
                .param("email", email)
                .query(String.class)
                .single();
    }
}

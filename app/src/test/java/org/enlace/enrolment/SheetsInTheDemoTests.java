package org.enlace.enrolment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.enrolment.Newcomers.email;
import static org.enlace.enrolment.Newcomers.part;

import com.microsoft.playwright.Page;
import java.util.List;
import org.enlace.Browsers;
import org.enlace.Language;
import org.enlace.Role;
import org.enlace.demo.Cast;
import org.enlace.keys.AuthorityKeys;
import org.enlace.keys.Division;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;

/** Authorities of the demo and their recovery sheets: one has a sheet from the start, the others make theirs with the next key. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "enlace.test=sheets")
@ActiveProfiles("demo")
class SheetsInTheDemoTests {

    private final Newcomers people;
    private final AuthorityKeys keys;

    SheetsInTheDemoTests(@Autowired ApplicationContext house) {
        this.people = new Newcomers(house);
        this.keys = house.getBean(AuthorityKeys.class);
    }

    @Test
    void anAuthorityWithoutASheetMakesOneOfTwoOfThreeWithTheNextKeyAndRehearsesIt() {
        var authority = Cast.Office.PARAGUAY.id();
        assertThat(keys.sheet(authority)).isEmpty();
        List<String> shares;
        try (var visit = Browsers.visit(Language.EN)) {
            var page = visit.page();
            enter(page, Cast.PARAGUAY_DUTY);
            page.navigate(people.origin() + "/colleagues?lang=en");
            assertThat(page.getByText("No recovery sheet yet")).isVisible();
            page.locator("enlace-rotation summary").click();
            part(page, "new-sheet").check();
            visit.isAccessible();
            page.locator("enlace-rotation [data-part=succeed] button").click();
            shares = people.divide(page, "Carmen\nDiego\nElena", 2);
            visit.isAccessible();
            part(page, "printed").click();
            people.type(page, "rehearse", shares.get(1));
            assertThat(part(page, "status")).hasText("Shares taken: 2. Still needed: 1.");
            assertThat(keys.current(authority).orElseThrow().generation())
                    .as("no key before the rehearsal")
                    .isEqualTo(1);
            part(page, "rehearse-code").fill(shares.get(2));
            part(page, "rehearse-form").locator("button[type=submit]").click();
            assertThat(page.getByText("2 of 3 custodians")).isVisible();
            assertThat(page.getByText("Generation 2")).isVisible();
        }
        assertThat(keys.sheet(authority).orElseThrow().division()).isEqualTo(new Division(3, 2));
        assertThat(keys.members(authority, 2))
                .as("everybody who held the key goes on")
                .containsExactlyInAnyOrder(Cast.PARAGUAY_DUTY.account(), Cast.PARAGUAY_DEPUTY.account());
        comesIn(authority, 2, shares.get(0), shares.get(2));
    }

    @Test
    void anyTwoOfTheSharesThatTheGuideShowsLetANewcomerIn() {
        List<String> shares;
        try (var visit = Browsers.visit(Language.EN)) {
            var page = visit.page();
            page.navigate(people.origin() + "/demo?lang=en");
            page.getByText("When nobody is left").click();
            visit.isAccessible();
            shares = page.locator("details code").allTextContents();
            assertThat(shares).hasSize(3);
        }
        comesIn(Cast.Office.COSTA_RICA_CENTRAL.id(), 1, shares.get(2), shares.get(0));
    }

    /** Somebody whom nobody admits enrols, types shares, and then holds every generation. */
    private void comesIn(String authority, int generation, String... shares) {
        try (var visit = Browsers.visit(Language.EN)) {
            var page = visit.page();
            var before = keys.members(authority, generation).size();
            people.begin(page, people.invite(email(), Role.OFFICER, authority), "Celia");
            people.byPassphrase(page);
            people.print(page);
            people.goOn(page);
            page.getByText("No colleague is left who could admit me").click();
            for (var share : shares) {
                people.type(page, "sheet", share);
            }
            assertThat(page.getByText("holds the key", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(before + 1);
            var newcomer = keys.members(authority, generation).stream()
                    .filter(member -> !keys.copies(authority, member).isEmpty())
                    .toList();
            assertThat(newcomer)
                    .hasSize(before + 1)
                    .allSatisfy(
                            member -> assertThat(keys.copies(authority, member)).hasSize(generation));
        }
    }

    private void enter(Page page, Cast member) {
        page.navigate(people.origin() + "/demo?as=" + member.key() + "&lang=en");
        page.locator("form:has(input[name=as][value=" + member.key() + "]) button")
                .click();
        page.waitForURL(url -> !url.contains("/demo"));
    }
}

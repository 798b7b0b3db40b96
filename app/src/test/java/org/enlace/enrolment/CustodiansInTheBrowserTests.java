package org.enlace.enrolment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.enrolment.Newcomers.email;
import static org.enlace.enrolment.Newcomers.part;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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

/** Custodians of a state bring the key of an authority back, and nobody else learns what they typed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CustodiansInTheBrowserTests {

    private final JdbcClient database;
    private final Newcomers people;
    private final AuthorityKeys keys;

    CustodiansInTheBrowserTests(@Autowired ApplicationContext house) {
        this.database = house.getBean(JdbcClient.class);
        this.people = new Newcomers(house);
        this.keys = house.getBean(AuthorityKeys.class);
    }

    @Test
    void anyTwoOfThreeCustodiansLetANewcomerInAndOneAloneDoesNot() {
        var authority = "pry-" + UUID.randomUUID();
        var sent = new ArrayList<String>();
        List<String> shares;
        try (var visit = visit(sent)) {
            enrol(visit.page(), authority, "Ana");
            shares = people.found(visit.page());
            assertThat(visit.page().getByText("holds the key", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(1);
            assertThat(visit.page().getByText("2 of 3 custodians of your state"))
                    .isVisible();
            visit.isAccessible();
        }
        var sheet = keys.sheet(authority).orElseThrow();
        assertThat(sheet.division()).isEqualTo(new Division(3, 2));
        assertThat(keys.members(authority, 1)).containsExactly(sheet.rehearsedBy());
        try (var visit = visit(sent)) {
            var page = visit.page();
            enrol(page, authority, "Celia");
            page.getByText("No colleague is left who could admit me").click();
            assertThat(page.getByText("2 of the 3 shares")).isVisible();
            visit.isAccessible();
            people.type(page, "sheet", shares.get(2));
            assertThat(part(page, "status")).hasText("Shares taken: 3. Still needed: 1.");
            assertThat(part(page, "sheet-code")).hasValue("");
            assertThat(keys.members(authority, 1)).hasSize(1);
            people.type(page, "sheet", shares.get(1));
            assertThat(page.getByText("holds the key", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(2);
            assertThat(keys.members(authority, 1)).hasSize(2);
        }
        assertNowhere(sent, authority, shares);
    }

    @Test
    void aShareThatDoesNotFitIsToldBeforeAnythingIsOpened() {
        var authority = "pry-" + UUID.randomUUID();
        try (var visit = Browsers.visit(Language.EN)) {
            var page = visit.page();
            enrol(page, authority, "Ana");
            part(page, "begin").click();
            visit.isAccessible();
            var discarded = people.divide(page, "Carmen\nDiego\nElena", 2).getFirst();
            page.reload();
            page.locator("enlace-unlock [data-part=passphrase]").fill(Newcomers.PASSPHRASE);
            page.locator("enlace-unlock [data-way=passphrase] button").click();
            assertThat(page.locator("enlace-unlock section")).isHidden();
            part(page, "begin").click();
            var shares = people.divide(page, "Carmen\n\n  Diego\nElena\n", 2);
            assertThat(shares).hasSize(3);
            visit.isAccessible();
            part(page, "printed").click();
            visit.isAccessible();

            people.type(page, "rehearse", discarded);
            assertThat(part(page, "problem")).containsText("of another recovery sheet, or of an older one");
            people.type(page, "rehearse", shares.get(0).replaceFirst("..$", "QQ"));
            assertThat(part(page, "problem")).containsText("One character at least of this share is wrong");
            people.type(page, "rehearse", shares.get(0).replaceFirst("..$", ""));
            assertThat(part(page, "problem")).containsText("you typed 68");
            people.type(page, "rehearse", shares.get(0));
            assertThat(part(page, "status")).hasText("Shares taken: 1. Still needed: 1.");
            people.type(page, "rehearse", shares.get(0));
            assertThat(part(page, "problem")).containsText("Share 1 was typed already");
            assertThat(keys.current(authority)).isEmpty();
            people.type(page, "rehearse", shares.get(1));
            assertThat(page.getByText("holds the key", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(1);
            assertThat(keys.canReceive(authority)).isTrue();
        }
    }

    @Test
    void aSingleCustodianHasTheWholeSheetAndSeveralNeverDo() {
        var authority = "pry-" + UUID.randomUUID();
        var sent = new ArrayList<String>();
        try (var visit = visit(sent)) {
            var page = visit.page();
            enrol(page, authority, "Ana");
            part(page, "begin").click();
            part(page, "custodians").fill("Carmen\nDiego");
            part(page, "threshold").fill("1");
            part(page, "custodians-form").locator("button[type=submit]").click();
            assertThat(part(page, "problem")).containsText("Let at least two come together");
            part(page, "custodians").fill("Carmen");
            part(page, "threshold").fill("2");
            part(page, "custodians-form").locator("button[type=submit]").click();
            assertThat(part(page, "problem")).containsText("fewer custodians than must come together");
            var sheet = people.divide(page, "Carmen", 1);
            assertThat(sheet).singleElement().asString().startsWith("AGE-SECRET-KEY-1 ");
            part(page, "printed").click();
            people.type(page, "rehearse", sheet.getFirst());
            assertThat(page.getByText("One printed sheet can let a new officer in"))
                    .isVisible();
            assertNowhere(sent, authority, sheet);
        }
    }

    @Test
    void theCustodiansGetNewSheetsAndRehearseThemThoughNobodyLeaves() {
        var authority = "pry-" + UUID.randomUUID();
        var sent = new ArrayList<String>();
        var shares = new ArrayList<String>();
        try (var visit = visit(sent)) {
            var page = visit.page();
            enrol(page, authority, "Ana");
            var old = people.found(page);
            assertThat(page.getByText("holds the key", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(1);
            page.locator("enlace-rotation summary").click();
            part(page, "new-sheet").check();
            visit.isAccessible();
            page.locator("enlace-rotation [data-part=succeed] button").click();
            shares.addAll(people.divide(page, "Carmen\nDiego\nElena\nFabio", 3));
            part(page, "printed").click();
            people.type(page, "rehearse", old.getFirst());
            assertThat(part(page, "problem")).containsText("of another recovery sheet, or of an older one");
            people.type(page, "rehearse", shares.get(3));
            people.type(page, "rehearse", shares.get(1));
            assertThat(keys.current(authority).orElseThrow().generation()).isEqualTo(1);
            part(page, "rehearse-code").fill(shares.get(0));
            part(page, "rehearse-form").locator("button[type=submit]").click();
            assertThat(page.getByText("3 of 4 custodians")).isVisible();
            assertThat(page.getByText("Generation 2")).isVisible();
            assertThat(keys.sheet(authority).orElseThrow().division()).isEqualTo(new org.enlace.keys.Division(4, 3));
        }
        try (var visit = visit(sent)) {
            var page = visit.page();
            enrol(page, authority, "Celia");
            page.getByText("No colleague is left who could admit me").click();
            for (var share : List.of(shares.get(0), shares.get(2), shares.get(3))) {
                people.type(page, "sheet", share);
            }
            assertThat(page.getByText("holds the key", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(2);
            var celia = keys.members(authority, 2).getLast();
            assertThat(keys.copies(authority, celia))
                    .as("the new sheet opens what was before it, too")
                    .containsOnlyKeys(1, 2);
        }
        assertNowhere(sent, authority, shares);
    }

    private Visit visit(List<String> sent) {
        var visit = Browsers.visit(Language.EN);
        visit.context().onRequest(request -> {
            var body = request.postDataBuffer();
            sent.add(request.url() + (body == null ? "" : new String(body, StandardCharsets.ISO_8859_1)));
        });
        return visit;
    }

    private void enrol(Page page, String authority, String name) {
        people.begin(page, people.invite(email(), Role.OFFICER, authority), name);
        people.byPassphrase(page);
        people.print(page);
        people.goOn(page);
    }

    /** What is on paper stands in no request and in no row, and neither do the names of the custodians; what must be there is found, so the search does search. */
    private void assertNowhere(List<String> sent, String authority, List<String> printed) {
        var places = new ArrayList<>(sent);
        places.addAll(rows());
        assertThat(sent).anyMatch(each -> each.contains("/keys/authority/generations") && each.contains("division"));
        assertThat(places).anyMatch(each -> each.contains(authority));
        var secrets = new ArrayList<>(List.of("Carmen", "Elena"));
        for (var text : printed) {
            var code = text.replaceFirst("^\\S+ ", "").replace(" ", "");
            secrets.addAll(List.of(code, text, code.substring(0, 30)));
        }
        for (var secret : secrets) {
            var hex = HexFormat.of().formatHex(secret.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            assertThat(places)
                    .noneMatch(each -> each.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT)))
                    .noneMatch(each -> each.contains(hex));
        }
    }

    /** Every row of the rooms that a key could reach, as text; bytes in hexadecimal. */
    private List<String> rows() {
        var tables = database.sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_schema in ('keys', 'enrolment', 'access', 'custody', 'notices', 'documents', 'exchange', 'drafting')
                              and table_type = 'BASE TABLE'""").query(String.class).list();
        assertThat(tables).contains("keys.sheet", "keys.paper_copy");
        var rows = new ArrayList<String>();
        for (var table : tables) {
            rows.addAll(database.sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list());
        }
        return rows;
    }
}

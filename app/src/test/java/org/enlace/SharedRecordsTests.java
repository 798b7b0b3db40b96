package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.Acting.enter;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What the states keep together, in the browser: a question about 2009, two lists that differ, a state that leaves, a change said in a meeting, a line that is down. */
class SharedRecordsTests {

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.shared();

    @Test
    void howManyHadRatifiedOn7October2009() {
        String document;
        try (var programme = enter(Cast.SECRETARIAT, Language.EN, demo.localhost())) {
            var page = programme.page();
            page.navigate(demo.localhost() + "/treaties/status");
            page.locator("[name=on]").fill("2009-10-07");
            page.locator("[name=states]").selectOption("active-members");
            page.locator("form[action='/treaties/status'] button[type=submit]").click();
            page.waitForURL(Pattern.compile("/treaties/status/\\d+/\\d+"));
            document = page.url();
            assertThat(page.locator("main")).containsText("29 of 34");
            assertThat(page.locator("main")).containsText("28 of 34");
            assertThat(page.locator("main")).containsText("26 of 34");
            assertThat(page.locator("main")).containsText("19 of 34");
            programme.isAccessible();

            page.navigate(demo.localhost() + "/treaties/untoc-firearms/actions/new");
            page.locator("[name=state]").selectOption("COL");
            page.locator("[name=act]").selectOption("ACCESSION");
            page.locator("[name=date]").fill("2009-10-06");
            page.locator("[name=way]").selectOption("DEPOSITARY");
            page.locator("[name=source]").fill("C.N.702.2009.TREATIES-8");
            propose(page);
            approveAsAnother(page);

            page.navigate(document);
            assertThat(page.locator(".notice.warning")).containsText("Corr.1");
            page.locator(".notice.warning a").first().click();
            page.waitForURL(Pattern.compile("/treaties/status/\\d+/\\d+/1"));
            assertThat(page.locator("main")).containsText("Colombia");
            assertThat(page.locator("main")).not().containsText("Costa Rica");
        }
        try (var observer = enter(Cast.OBSERVER, Language.FR, demo.localhost())) {
            observer.page().navigate(document + "?lang=fr");
            assertThat(observer.page().locator("main")).containsText("Ce document a un rectificatif");
            assertThat(observer.page().locator("main")).containsText("19 sur 34 sont parties");
        }
    }

    @Test
    void nicaraguasTwoListsStandSideBySideAndNeitherStandsInForTheOther() {
        try (var programme = enter(Cast.SECRETARIAT, Language.EN, demo.localhost())) {
            var page = programme.page();
            addAuthority(page, "Corte Suprema de Justicia");
            addAuthority(page, "Procuraduría General de la República");
            designate(page, "nic-corte-suprema-de-justicia", "oas-a55");
            designate(page, "nic-procuraduria-general-de-la-republica", "untoc");

            page.navigate(demo.localhost() + "/states/NIC?lang=en");
            var lists = page.locator("#lists");
            lists.waitFor();
            assertThat(page.locator("main")).containsText("The lists differ for one function");
            programme.isAccessible();
        }
        try (var observer = enter(Browsers.visit(Language.ES, 360), Cast.OBSERVER, Language.ES, demo.localhost())) {
            var page = observer.page();
            page.navigate(demo.localhost() + "/ask?from=PRY&to=NIC&measure=documents&lang=es");
            var channels = page.locator("main");
            assertThat(channels).containsText("Corte Suprema de Justicia");
            assertThat(channels).containsText("Procuraduría General de la República");
            observer.isAccessible();
        }
        var paraguay = as(Cast.PARAGUAY_DUTY);
        assertThat(designated(paraguay, "oas-a55", "nic-corte-suprema-de-justicia"))
                .isTrue();
        assertThat(designated(paraguay, "untoc", "nic-corte-suprema-de-justicia"))
                .isFalse();
        assertThat(designated(paraguay, "oas-a55", "nic-procuraduria-general-de-la-republica"))
                .isFalse();
        assertThat(designated(paraguay, "untoc", "nic-procuraduria-general-de-la-republica"))
                .isTrue();
    }

    @Test
    void aStateLeavesAndOnlyTheCountOfMembersMoves() {
        var today = LocalDate.now(ZoneOffset.UTC);
        var before = parties(today.minusDays(1));
        try (var programme = enter(Cast.SECRETARIAT, Language.EN, demo.localhost())) {
            var page = programme.page();
            page.navigate(demo.localhost() + "/states/CRI");
            page.locator("a[href='/states/CRI/standings/new']").click();
            page.waitForURL("**/standings/new");
            programme.isAccessible();
            page.locator("[name=standing]").selectOption("NONE");
            page.locator("[name=since]").fill(today.toString());
            page.locator("[name=way]").selectOption("NOTE_VERBALE");
            page.locator("[name=source]").fill("Note verbale 14/2026");
            propose(page);
            assertThat(parties(today).get("members").asInt())
                    .isEqualTo(before.get("members").asInt());
            approveAsAnother(page);
        }

        assertThat(parties(today).get("members").asInt())
                .isEqualTo(before.get("members").asInt() - 1);
        assertThat(parties(today.minusDays(1)).get("members").asInt())
                .isEqualTo(before.get("members").asInt());
        try (var costaRica = enter(Cast.COSTA_RICA_DUTY, Language.ES, demo.localhost())) {
            var page = costaRica.page();
            page.navigate(demo.localhost() + "/states/CRI?lang=es&on=" + today);
            assertThat(page.locator("main")).containsText("no es miembro");
            page.locator("#authorities").waitFor();
            page.navigate(demo.localhost() + "/treaties/between?one=CRI&other=PRY&lang=es");
            assertThat(page.locator("main")).containsText("Budapest");
            page.navigate(demo.localhost() + "/ask?from=PRY&to=CRI&measure=preservation&lang=es");
            assertThat(page.locator("main")).containsText("24/7");
        }
    }

    @Test
    void aChangeSaidInAMeetingBecomesAVerifiedEntry() {
        var entry = "/authorities/bra-sample-24-7";
        String report;
        try (var programme = enter(Cast.SECRETARIAT, Language.EN, demo.localhost())) {
            var page = programme.page();
            page.navigate(demo.localhost() + entry);
            page.locator("a[href='" + entry + "/reports/new']").click();
            page.waitForURL("**/reports/new");
            page.locator("[name=said]").fill("The unit answers at a new number from today");
            page.locator("[name=meeting]").fill("Technical Group, second session");
            page.locator("form[action='" + entry + "/reports'] button[type=submit]")
                    .click();
            page.waitForURL(Pattern.compile("/reports/[0-9a-f-]{36}"));
            report = page.url();
            assertThat(page.locator("main")).containsText("NOTA VERBAL");
            programme.isAccessible();
        }
        try (var observer = enter(Browsers.visit(Language.PT, 360), Cast.OBSERVER, Language.PT, demo.localhost())) {
            observer.page().navigate(demo.localhost() + entry + "?lang=pt");
            assertThat(observer.page().locator("main")).containsText("Technical Group, second session");
            assertThat(observer.page().locator("main")).not().containsText("new number");
            observer.isAccessible();
        }
        try (var legal = enter(Cast.SECRETARIAT_LEGAL, Language.EN, demo.localhost())) {
            var page = legal.page();
            page.navigate(report);
            page.locator("a[href='" + entry + "/correction']").click();
            page.waitForURL("**/correction");
            page.locator("[name=telephone]").fill("+55 61 2025 0000");
            page.locator("[name=way]").selectOption("NOTE_VERBALE");
            page.locator("[name=source]").fill("Nota 31/2026");
            propose(page);
            var change = page.url();
            as(Cast.SECRETARIAT).form(path(change) + "/approval", Map.of()).require(303);
            page.navigate(demo.localhost() + entry + "?lang=en");
            assertThat(page.locator("main")).containsText("+55 61 2025 0000");
            assertThat(page.locator(".notice.warning")).not().containsText("Technical Group");
            var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(2);
            page.navigate(demo.localhost() + entry + "?lang=en&on=" + yesterday);
            assertThat(page.locator("main")).not().containsText("+55 61 2025 0000");
        }
    }

    @Test
    void withTheLineDownTheSheetsOnTheShelfAndACodeOnTheTelephoneAreEnough() throws Exception {
        try (var costaRica = enter(Cast.COSTA_RICA_DUTY, Language.ES, demo.localhost())
                        .expecting("422");
                var paraguay = enter(Cast.PARAGUAY_DUTY, Language.ES, demo.loopback())) {
            var shelf = costaRica.page();
            shelf.navigate(demo.localhost() + "/directory/shelf?lang=es");
            costaRica.isAccessible();
            shelf.locator("input[value=PRY]").check();
            var printed = shelf.waitForDownload(
                    () -> shelf.locator("form[action='/directory/shelf.pdf'] button:not([formaction])")
                            .click());
            try (var pdf = Loader.loadPDF(Files.readAllBytes(printed.path()))) {
                assertThat(new PDFTextStripper().getText(pdf)).contains("Paraguay", "24/7", "1 / ");
            }
            var carried = shelf.waitForDownload(() -> shelf.locator("button[formaction='/directory/shelf.pdf.age']")
                    .click());
            assertThat(Files.readString(carried.path(), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .startsWith("age-encryption.org/v1")
                    .doesNotContain("%PDF");

            var caller = paraguay.page();
            caller.navigate(demo.loopback() + "/calls?with=cri-sample-24-7&lang=es");
            paraguay.isAccessible();
            caller.locator("button[name=side][value=CALLER]").click();
            var code = caller.locator(".call-code").innerText();

            shelf.navigate(demo.localhost() + "/calls?lang=es");
            shelf.locator("[name=code]").fill(code);
            shelf.locator("form[action='/calls/checks'] button").click();
            shelf.waitForURL(Pattern.compile("/calls/[0-9a-f-]{36}"));
            assertThat(shelf.locator("#call")).containsText("Paraguay");
            assertThat(shelf.locator("#call .notice.success")).isVisible();
            costaRica.isAccessible();
            assertThat(caller.locator("#call .notice.success")).isVisible();

            shelf.navigate(demo.localhost() + "/calls?lang=es");
            shelf.locator("[name=code]").fill(code);
            shelf.locator("form[action='/calls/checks'] button").click();
            assertThat(shelf.locator(".problems")).isVisible();
        }
    }

    private static void addAuthority(Page page, String name) {
        page.navigate(demo.localhost() + "/states/NIC/authorities/new?lang=en");
        page.locator("[name=name]").fill(name);
        page.locator("[name=nameLanguage]").selectOption("es");
        page.locator("[name=kind]").selectOption("CENTRAL_AUTHORITY");
        page.locator("[name=way]").selectOption("NOTE_VERBALE");
        page.locator("[name=source]").fill("Nota 1/2026");
        propose(page);
        approveAsAnother(page);
    }

    private static void designate(Page page, String authority, String instrument) {
        page.navigate(demo.localhost() + "/authorities/" + authority + "/designations/new?lang=en");
        page.locator("[name=instrument]").selectOption(instrument);
        page.locator("[name=function]").selectOption("MLA");
        page.locator("[name=since]").fill("2010");
        page.locator("[name=way]").selectOption("NOTE_VERBALE");
        page.locator("[name=source]").fill("Nota 2/2026");
        propose(page);
        approveAsAnother(page);
    }

    private static void propose(Page page) {
        page.locator("main form button.button:not(.second)[type=submit]").last().click();
        page.waitForURL(Pattern.compile("/changes/[0-9a-f-]{36}"));
    }

    /** The second person, at another browser: the one who proposed finds no button to approve. */
    private static void approveAsAnother(Page proposer) {
        assertThat(proposer.locator("form[action$='/approval']")).hasCount(0);
        try (var legal = enter(Cast.SECRETARIAT_LEGAL, Language.EN, demo.loopback())) {
            var page = legal.page();
            page.navigate(demo.loopback() + path(proposer.url()));
            page.locator("form[action$='/approval'] button").click();
            page.locator("form[action$='/approval']")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        }
    }

    private static String path(String url) {
        return java.net.URI.create(url).getPath();
    }

    private static JsonNode parties(LocalDate on) {
        return OfficerSession.visitor(demo.localhost())
                .get("/api/v1/treaties/untoc/parties?states=active-members&on=" + on)
                .require(200)
                .json();
    }

    private static boolean designated(OfficerSession officer, String instrument, String authority) {
        return officer.get("/requests/route?instrument=" + instrument + "&authority=" + authority)
                .require(200)
                .json()
                .get("designated")
                .asBoolean();
    }

    private static OfficerSession as(Cast member) {
        return OfficerSession.signIn(demo.localhost(), member);
    }
}

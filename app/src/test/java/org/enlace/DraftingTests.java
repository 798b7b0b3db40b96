package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an officer types is not lost: not by a change of language, a crash, a session that ends, a colleague, or the back button; and not shown to whoever comes after. */
class DraftingTests {

    private static final String TYPED = "UEDI-2417/2026 tal como se escribió";

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.shared();

    @Test
    void aChangeOfLanguageLosesNothing() {
        try (var paraguay = enter(Cast.PARAGUAY_DUTY)) {
            var wizard =
                    new Wizard(paraguay.page()).begin(demo.localhost(), "CRI").type("P-02", TYPED);

            paraguay.page().locator("nav.tongues a[hreflang=fr]").click();
            paraguay.page().waitForURL(url -> url.contains("lang=fr"));
            paraguay.page().locator("[data-when=open]").first().waitFor();

            assertThat(paraguay.page().locator("html").getAttribute("lang")).isEqualTo("fr");
            wizard.holds("P-02", TYPED);
        }
    }

    @Test
    void aCrashLosesAtMostTenSeconds() {
        String draft;
        try (var paraguay = enter(Cast.PARAGUAY_DUTY)) {
            new Wizard(paraguay.page()).begin(demo.localhost(), "CRI").type("P-02", TYPED);
            paraguay.page().waitForTimeout(10_000);
            draft = paraguay.page().url();
        }
        try (var again = enter(Cast.PARAGUAY_DUTY)) {
            opened(again.page(), draft).holds("P-02", TYPED);
        }
    }

    @Test
    void aColleagueGoesOnWhereTheOtherStopped() {
        String draft;
        try (var paraguay = enter(Cast.PARAGUAY_DUTY)) {
            new Wizard(paraguay.page())
                    .begin(demo.localhost(), "CRI")
                    .type("P-02", TYPED)
                    .saved()
                    .onward("authorities");
            draft = paraguay.page().url().replace("/authorities", "/status");
        }
        try (var deputy = enter(Cast.PARAGUAY_DEPUTY)) {
            opened(deputy.page(), draft).holds("P-02", TYPED);
        }
        try (var brazil = enter(Cast.BRAZIL_DUTY).expecting("404")) {
            var seen = brazil.page().navigate(draft);
            assertThat(seen).isNotNull();
            assertThat(seen.status()).isEqualTo(404);
        }
    }

    @Test
    void aSessionThatEndsWhileTypingLosesNothing() {
        try (var paraguay = enter(Cast.PARAGUAY_DUTY).expecting("40[13]")) {
            var page = paraguay.page();
            var wizard = new Wizard(page)
                    .begin(demo.localhost(), "CRI")
                    .type("P-02", "antes")
                    .saved();

            paraguay.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("enlace"));
            wizard.type("P-02", TYPED);
            page.locator("enlace-session [data-when=ended]").waitFor();
            wizard.holds("P-02", TYPED);

            var other = paraguay.context().newPage();
            signIn(other, Cast.PARAGUAY_DUTY);
            other.close();
            wizard.type("P-02", TYPED + ".").onward("authorities");
            var draft = page.url().replace("/authorities", "/status");
            opened(page, draft).holds("P-02", TYPED + ".");
        }
    }

    @Test
    void twoTabsDoNotOverwriteEachOther() {
        try (var paraguay = enter(Cast.PARAGUAY_DUTY).expecting("409")) {
            var first =
                    new Wizard(paraguay.page()).begin(demo.localhost(), "CRI").saved();
            var draft = paraguay.page().url();
            var tab = paraguay.context().newPage();
            var second = opened(tab, draft);

            first.type("P-02", "de la primera pestaña").onward("authorities");
            second.type("P-02", "de la segunda pestaña");
            tab.locator(".onward a.button").click();

            tab.locator("[data-part=conflict]").waitFor();
            for (var typed : List.of("de la primera pestaña", "de la segunda pestaña")) {
                PlaywrightAssertions.assertThat(tab.locator("[data-part=conflict]"))
                        .containsText(typed);
            }
        }
    }

    @Test
    void whatIsTypedIntoAnActAndNotSignedIsKeptSealedForTheColleague() {
        var request = Acting.opened(demo.localhost());
        var sent = new ArrayList<String>();
        try (var sanJose = Acting.enter(Cast.COSTA_RICA_DUTY, Language.ES, demo.loopback())) {
            var page = sanJose.page();
            page.onRequest(asked -> sent.add(String.valueOf(asked.postData())));
            page.navigate(demo.loopback() + request);
            page.locator("[data-part=asked] h3").first().waitFor();
            Acting.reveal(page, "ask");
            var form = page.locator("enlace-act[data-kind=ask]");
            Acting.fill(form, "question", TYPED);
            form.locator("[data-part=item] input[value='P-09']").check();
            page.locator("nav.tongues a[hreflang=en]").click();
            page.waitForURL(url -> url.contains("lang=en"));
            assertThat(form.locator("[data-field=question] [data-control]")).hasValue(TYPED);
            assertThat(form.locator("[data-part=whose]")).containsText("Kept, sealed");

            try (var deputy = Acting.enter(Cast.COSTA_RICA_DEPUTY, Language.ES, demo.loopback())) {
                deputy.page().navigate(demo.loopback() + request);
                var theirs = deputy.page().locator("enlace-act[data-kind=ask]");
                assertThat(theirs.locator("[data-part=colleague]"))
                        .containsText("Un colega está escribiendo aquí desde");
                assertThat(theirs.locator("[data-field=question] [data-control]"))
                        .hasValue(TYPED);
                assertThat(theirs.locator("[data-part=item] input[value='P-09']"))
                        .isChecked();
                deputy.isAccessible();
                theirs.locator("[data-part=throw-away]").click();
                theirs.locator("dialog button[value=throw-away]").click();
                assertThat(theirs.locator("[data-field=question] [data-control]"))
                        .hasValue("");
                assertThat(theirs.locator("[data-part=unsigned]")).isHidden();
            }
            page.navigate(demo.loopback() + request);
            page.locator("enlace-request[data-state=open]").waitFor();
            assertThat(form.locator("[data-field=question] [data-control]")).hasValue("");
        }
        assertThat(sent).anyMatch(body -> body.contains("sealed")).noneMatch(body -> body.contains(TYPED));
    }

    @Test
    void whatIsNotSignedIsOverwrittenByNobodyAndSeenByNoOtherAuthority() {
        var unsigned = Acting.opened(demo.localhost()) + "/unsigned";
        var duty = OfficerSession.signIn(demo.localhost(), Cast.COSTA_RICA_DUTY);
        var deputy = OfficerSession.signIn(demo.localhost(), Cast.COSTA_RICA_DEPUTY);
        var first = keep(duty, unsigned, 0).require(200).json().get("version").asLong();
        assertThat(keep(deputy, unsigned, 0).status())
                .as("a colleague began it")
                .isEqualTo(409);
        var second =
                keep(deputy, unsigned, first).require(200).json().get("version").asLong();
        assertThat(keep(duty, unsigned, first).status()).isEqualTo(409);
        assertThat(duty.get(unsigned).json().get(0).get("mine").asBoolean()).isFalse();

        deputy.post(unsigned + "/ask/removal", Map.of()).require(204);
        assertThat(duty.get(unsigned).json()).isEmpty();
        var anew =
                keep(duty, unsigned, second).require(200).json().get("version").asLong();
        assertThat(anew).as("nobody takes it for what was thrown away").isGreaterThan(second);
        assertThat(OfficerSession.signIn(demo.localhost(), Cast.PARAGUAY_DUTY)
                        .get(unsigned)
                        .json())
                .isEmpty();
        assertThat(OfficerSession.signIn(demo.localhost(), Cast.BRAZIL_DUTY)
                        .get(unsigned)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aDoubleClickDoesNotConfirmThatItGoesToANewState() {
        try (var paraguay = enter(Cast.PARAGUAY_DUTY)) {
            var page = paraguay.page();
            page.route(url -> url.contains("/requests/route?"), route -> {
                var answer = route.fetch();
                route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setResponse(answer)
                        .setBody(answer.text().replace("\"first\":false", "\"first\":true")));
            });
            var posted = new ArrayList<String>();
            page.onRequest(asked -> posted.add(asked.method() + ' ' + asked.url()));
            new Wizard(page)
                    .begin(demo.localhost(), "CRI")
                    .answer("doble")
                    .onward("check")
                    .ready();
            for (var button : List.of("send", "share")) {
                page.locator("[data-part=" + button + "]:not([disabled])").dblclick();
                assertThat(page.locator("[data-part=first]")).isVisible();
                page.waitForTimeout(2_000);
                assertThat(posted).noneMatch(each -> each.startsWith("POST") && each.endsWith("/requests"));
            }
            assertThat(page.locator("[data-part=share]")).containsText("compartirlo con");
            assertThat(page.locator("[data-part=send]")).containsText("enviarla a");
        }
    }

    @Test
    void theBackButtonShowsNothingAfterSigningOut() {
        try (var paraguay = enter(Cast.PARAGUAY_DUTY).expecting("40[13]|historyCacheMissLoadError")) {
            var page = paraguay.page();
            new Wizard(page).begin(demo.localhost(), "CRI").type("P-02", TYPED).saved();

            page.locator("form[action='/sign-out'] button").click();
            page.waitForURL(url -> !url.contains("/drafts/"));
            page.goBack();
            page.waitForTimeout(1_000);

            assertThat(page.content()).doesNotContain(TYPED);
            assertThat(page.locator("[data-field='P-02'] [data-control]").count() == 0
                            || new Wizard(page).typed("P-02").isEmpty())
                    .isTrue();
        }
    }

    private static OfficerSession.Reply keep(OfficerSession officer, String unsigned, long version) {
        var body = "{\"version\":%d,\"sealed\":\"%s\"}".formatted(version, officer.sealedDraft("{}"));
        return officer.send(
                "PUT", unsigned + "/ask", "application/json", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Browsers.Visit enter(Cast member) {
        var visit = Browsers.visit(Language.ES);
        signIn(visit.page(), member);
        return visit;
    }

    private static void signIn(Page page, Cast member) {
        page.navigate(demo.localhost() + "/demo");
        page.locator("form:has(input[value='" + member.key() + "']) button").click();
        page.waitForURL(url -> !url.contains("/demo"));
    }

    private static Wizard opened(Page page, String draft) {
        page.navigate(draft);
        page.locator("[data-when=open]").first().waitFor();
        return new Wizard(page);
    }
}

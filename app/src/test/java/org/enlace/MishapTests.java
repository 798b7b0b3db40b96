package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.Acting.day;
import static org.enlace.Acting.enter;
import static org.enlace.Acting.fill;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.enlace.demo.Cast;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Signed;
import org.enlace.ledger.SignedRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** Lines that break, answers that get lost, clocks that are wrong, files that were altered: each says what happened and whether anything was lost, and nothing is done twice. */
class MishapTests {

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.shared();

    @Test
    void theExampleMakesARequestThatIsReadyToSend() {
        try (var brazil = enter(Cast.BRAZIL_DUTY, Language.EN, demo.localhost())) {
            example(brazil.page(), demo.localhost());
            assertThat(brazil.page().locator("[data-part=obstacles]").isVisible())
                    .isFalse();
            assertThat(brazil.page().locator("[data-part=answers]").innerText())
                    .as("written in the language of the officer who asks, whatever the interface speaks")
                    .contains("EXEMPLO INVENTADO");
        }
    }

    @Test
    void whatIsTypedWhileTheServerIsGoneIsSavedWhenItIsBack() {
        String draft;
        try (var paraguay = enter(Cast.PARAGUAY_DUTY, Language.ES, demo.localhost())
                .expecting("ERR_INTERNET_DISCONNECTED|Failed to load resource")) {
            var page = paraguay.page();
            var wizard = new Wizard(page).begin(demo.localhost(), "CRI").saved();
            draft = page.url();
            paraguay.context().setOffline(true);
            wizard.type("P-02", "escrito sin conexión");
            page.locator(".saved.wrong").waitFor();
            assertThat(page.locator(".saved").innerText()).contains("Sin guardar", "No se perdió nada");
            paraguay.context().setOffline(false);
            page.locator(".saved:not(.wrong)").waitFor();
            wizard.saved();
        }
        try (var deputy = enter(Cast.PARAGUAY_DEPUTY, Language.ES, demo.localhost())) {
            deputy.page().navigate(draft);
            deputy.page().locator("[data-when=open]").first().waitFor();
            assertThat(new Wizard(deputy.page()).typed("P-02")).isEqualTo("escrito sin conexión");
        }
    }

    @Test
    void aLostAnswerIsFoundAgainAndNothingIsSentTwice() {
        try (var paraguay = enter(Cast.PARAGUAY_DUTY, Language.ES, demo.localhost())
                .expecting("ERR_FAILED|Failed to load resource")) {
            var page = paraguay.page();
            example(page, demo.localhost());
            var draft = page.url();
            var posts = new AtomicInteger();
            var receipt = new String[1];
            page.route("**/requests", route -> loseTheAnswer(route, posts, receipt));

            page.locator("[data-part=send]:not([disabled])").click();
            new Wizard(page).confirmFirst();
            page.waitForURL(Pattern.compile("/requests/[0-9a-f-]{36}"));
            page.locator(".timeline [data-what=delivered]").waitFor();
            assertThat(posts).as("posted once; then asked for").hasValue(1);
            var id = page.url().replaceAll(".*/requests/([0-9a-f-]{36}).*", "$1");
            var again = (String) page.evaluate("""
                    async (id) => {
                      const { acts } = await (await fetch(`/requests/${id}/acts`, { headers: { accept: 'application/json' } })).json();
                      const answer = await (await fetch(`/requests/${id}/acts/${acts[0].act}`, { headers: { accept: 'application/json' } })).json();
                      return acts.length + ' ' + answer.receipt;
                    }
                    """, id);
            assertThat(again).as("one act, its original receipt").isEqualTo("1 " + receipt[0]);

            page.goBack();
            page.waitForURL(Pattern.compile("/requests/" + id));
            assertThat(page.locator("[data-part=send]").count())
                    .as("the back button leads to what was sent, not to a form that sends again")
                    .isZero();
            page.navigate(draft);
            assertThat(page.url()).contains("/requests/" + id);
        }
    }

    @Test
    void aClockThatIsWrongIsToldAndNothingIsRecorded() {
        var request = Acting.opened(demo.localhost());
        try (var costaRica =
                enter(Cast.COSTA_RICA_DUTY, Language.EN, demo.loopback()).expecting("422")) {
            var page = costaRica.page();
            page.clock().setSystemTime(Date.from(Instant.now().plus(20, ChronoUnit.MINUTES)));
            page.navigate(demo.loopback() + request + "?lang=en");
            page.locator("[data-part=asked] h3").first().waitFor();
            page.locator("[data-reveal=take-in-charge]").click();
            var form = page.locator("enlace-act[data-kind=take-in-charge]");
            fill(form, "reference", "CR-1");
            fill(form, "nextDate", day(3));
            form.locator("button[type=submit]").click();
            page.locator("enlace-act[data-kind=take-in-charge] [data-part=problem]:not([hidden])")
                    .waitFor();
            assertThat(form.innerText()).contains("more than five minutes apart", "Nothing was recorded");
            assertThat(form.locator("[data-field=reference] input").inputValue())
                    .as("what was typed is still there")
                    .isEqualTo("CR-1");
            var saved = page.waitForDownload(
                    () -> form.getByText("Save the signed refusal").click());
            var file = JsonMapper.shared().readTree(saved.path().toFile());
            var refusal =
                    (SignedRefusal) Signed.of(Jws.parse(file.get("refusal").asString()));
            assertThat(refusal.code()).isEqualTo("CLOCK_APART");
            assertThat(saved.suggestedFilename()).isEqualTo("enlace-refusal-" + refusal.refusal() + ".json");
            assertThat(form.innerText()).contains(refusal.refusal().toString());
        }
    }

    @Test
    void aFormOnABadLineLosesNothingAndCountsOnce() {
        try (var deputy = enter(Cast.PARAGUAY_DEPUTY, Language.ES, demo.localhost())
                .expecting("ERR_FAILED|Failed to load resource|40[13]|htmx:(afterRequest|sendError)")) {
            var page = deputy.page();
            page.navigate(demo.localhost() + "/duty");
            var note = page.locator("form[action='/duty/hand-overs'] textarea");
            var button = page.locator("form[action='/duty/hand-overs'] button");
            var said = page.locator("form[action='/duty/hand-overs'] [data-note]");
            var held = new ArrayList<Route>();
            page.route("**/duty/hand-overs", held::add);
            note.fill("Queda pendiente la llamada de las 4");

            button.press("Enter");
            assertThat(button).hasAttribute("aria-disabled", "true");
            button.press("Enter");
            assertThat(said).containsText("Aún en curso");
            assertThat(button).isFocused();
            held.getFirst().abort();

            assertThat(said).containsText("lo que ya llegó no se hace dos veces");
            assertThat(button).not().hasAttribute("aria-disabled", "true");
            assertThat(held).as("the second press while it was on its way").hasSize(1);
            page.unroute("**/duty/hand-overs");
            deputy.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("enlace"));
            button.press("Enter");

            assertThat(said).containsText("esto no se envió");
            assertThat(note).hasValue("Queda pendiente la llamada de las 4");
            enter(deputy.context().newPage(), Cast.PARAGUAY_DEPUTY, Language.ES, demo.localhost())
                    .close();
            assertThat(page.locator("enlace-session [data-when=ended]")).isHidden();
            button.press("Enter");
            assertThat(page.locator(".as-written").first()).hasText("Queda pendiente la llamada de las 4");

            note.fill("Otra nota, aún sin entregar");
            page.locator("nav.tongues a[hreflang=en]").click();
            page.waitForURL(url -> url.contains("lang=en"));
            assertThat(note).hasValue("Otra nota, aún sin entregar");
        }
    }

    @Test
    void theEndOfASessionIsSaidAheadAndAnyKeyProlongsItWhereItCanBe() {
        try (var deputy = enter(Cast.PARAGUAY_DEPUTY, Language.ES, demo.localhost())) {
            var page = deputy.page();
            var left = new AtomicReference<>("\"left\":240,\"last\":false");
            page.route("**/session", route -> answer(route, left.get()));
            page.clock().install();
            page.navigate(demo.localhost() + "/duty");
            var note = page.locator("form[action='/duty/hand-overs'] textarea");
            note.focus();

            page.clock().fastForward("00:16");
            assertThat(page.locator("enlace-session [data-when=ending]")).containsText("termina en 4 min");
            assertThat(page.locator("enlace-session [role=alert][data-part=aloud]"))
                    .containsText("Con cualquier tecla");
            assertThat(note).isFocused();
            deputy.isAccessible();
            page.keyboard().type("x");
            assertThat(page.locator("enlace-session [data-when=ending]")).isHidden();
            assertThat(note).hasValue("x");

            left.set("\"left\":200,\"last\":true");
            page.clock().fastForward("55:15");
            assertThat(page.locator("enlace-session [data-when=closing]")).containsText("no se puede prolongar");
            page.keyboard().type("y");
            assertThat(page.locator("enlace-session [data-when=closing]")).isVisible();

            left.set("\"left\":3600,\"last\":false");
            deputy.context().newPage().navigate(demo.localhost() + "/duty");
            assertThat(page.locator("enlace-session [data-when=closing]")).isHidden();
        }
    }

    @Test
    void whatWasCutShortOnItsWayIsNotShown() {
        var request = Acting.opened(demo.localhost());
        try (var costaRica = enter(Cast.COSTA_RICA_DUTY, Language.EN, demo.loopback())) {
            var page = costaRica.page();
            page.route("**/documents/*", MishapTests::cutShort);
            page.navigate(demo.loopback() + request + "?lang=en");
            page.locator("enlace-request > [data-part=problem]:not([hidden])").waitFor();
            assertThat(page.locator("enlace-request > [data-part=problem]").innerText())
                    .contains("damaged or was altered", "was not opened");
            assertThat(page.locator("[data-part=asked]").isVisible()).isFalse();
        }
    }

    private static void example(Page page, String base) {
        page.navigate(base + "/requests/new?to=CRI");
        page.locator("[data-part=begin]:not([disabled])").click();
        page.waitForURL(url -> url.endsWith("/status"));
        page.locator("[data-part=example]").click();
        page.waitForURL(url -> url.endsWith("/check"));
        page.locator("[data-part=send]:not([disabled]), [data-part=reasons] input")
                .first()
                .waitFor();
        // Costa Rica takes requests in Spanish and English: in another language it is told why
        for (var reason : page.locator("[data-part=reasons] input").all()) {
            reason.fill("A tradução segue amanhã.");
        }
        page.locator("[data-part=send]:not([disabled])").waitFor();
    }

    /** The server takes the request; its answer does not come back. */
    private static void loseTheAnswer(Route route, AtomicInteger posts, String[] receipt) {
        if (!route.request().method().equals("POST")) {
            route.resume();
            return;
        }
        posts.incrementAndGet();
        receipt[0] = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(route.fetch().body())
                .get("receipt")
                .asString();
        route.abort();
    }

    private static void answer(Route route, String left) {
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody(route.fetch().text().replaceAll("\"left\":\\d+,\"last\":(true|false)", left)));
    }

    private static void cutShort(Route route) {
        var body = route.fetch().body();
        route.fulfill(new Route.FulfillOptions()
                .setStatus(200)
                .setContentType("application/octet-stream")
                .setBodyBytes(java.util.Arrays.copyOf(body, body.length - 5)));
    }
}

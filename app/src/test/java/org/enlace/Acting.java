package org.enlace;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;

/** Officers at their browsers in the demo: coming in with one click, and acting on a request that is on the page. */
final class Acting {

    private static final String FORM =
            "{\"v\":1,\"kind\":\"form\",\"form\":\"preservation/1\",\"language\":\"es\",\"values\":{\"P-09\":\"hechos\"},\"attachments\":[]}";

    private Acting() {}

    static Browsers.Visit enter(Cast member, Language language, String base) {
        return enter(Browsers.visit(language), member, language, base);
    }

    static Browsers.Visit enter(Browsers.Visit visit, Cast member, Language language, String base) {
        enter(visit.page(), member, language, base);
        return visit;
    }

    static Page enter(Page page, Cast member, Language language, String base) {
        page.navigate(base + "/demo?as=" + member.key() + "&lang=" + language.tag());
        page.locator("form:has(input[value='" + member.key() + "']) button").click();
        page.waitForURL(url -> !url.contains("/demo"));
        return page;
    }

    /** A request of Paraguay's that Costa Rica has opened; its path. */
    static String opened(String base) {
        var asuncion = OfficerSession.signIn(base, Cast.PARAGUAY_DUTY);
        var sent = asuncion.sign(Cast.Office.COSTA_RICA.id(), Urgency.URGENT, null, FORM);
        asuncion.post(sent).require(200);
        OfficerSession.signIn(base, Cast.COSTA_RICA_DUTY).act(sent.request(), OfficerSession.OPEN, null);
        return "/requests/" + sent.request();
    }

    /** Accepts the conditions and opens the request. */
    static void open(Page page) {
        page.locator("[data-part=accept-conditions]").check();
        page.locator("[data-part=open-request]").click();
    }

    /** Opens the form of an act, fills it in and signs, until the act is on the timeline. */
    static void act(Page page, String kind, Consumer<Locator> answers) {
        reveal(page, kind);
        var form = page.locator("enlace-act[data-kind='" + kind + "']");
        answers.accept(form);
        form.locator("button[type=submit]").click();
        page.locator(".timeline [data-what='" + kind + "']").waitFor();
    }

    /** By the button of the turn where it is the reader's, else where the other steps stand. */
    static void reveal(Page page, String kind) {
        var turn = page.locator("[data-reveal='" + kind + "'], [data-reveal^='" + kind + "-0']");
        if (turn.count() > 0) {
            turn.click();
        } else {
            page.locator("details:has(> enlace-act[data-kind='" + kind + "']) > summary")
                    .click();
        }
    }

    static void takeInCharge(Page page) {
        act(page, "take-in-charge", form -> {
            fill(form, "reference", "CR-24-7-881");
            fill(form, "nextDate", day(3));
        });
    }

    static void preserve(Page page, String ticket, int days) {
        act(page, "preserve", form -> {
            fill(form, "ticket", ticket);
            form.locator("[data-field=extent] input[value=full]").check();
            fill(form, "data", "Subscriber data of the account");
            fill(form, "custodian", "Proveedor Tico S.A.");
            form.locator("[data-field=from] [data-part=date]").fill(day(-1));
            form.locator("[data-field=from] [data-part=time]").fill("12:00:00");
            form.locator("[data-field=from] [data-part=offset]").selectOption("-06:00");
            fill(form, "until", day(days));
        });
    }

    static void fill(Locator form, String field, String text) {
        form.locator("[data-field='" + field + "'] [data-control]").first().fill(text);
    }

    static String day(int fromNow) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(fromNow).toString();
    }
}

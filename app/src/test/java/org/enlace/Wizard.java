package org.enlace;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** An officer at the pages on which a preservation request is written, typing what scenario A says. */
public final class Wizard {

    private static final double LONG = 60_000;

    private final Page page;

    public Wizard(Page page) {
        this.page = page;
    }

    /** From the answer to "whom do I ask?" to the first question. */
    public Wizard begin(String base, String to) {
        page.navigate(base + "/ask?from=PRY&to=" + to + "&measure=preservation");
        page.locator("a[href*='/requests/new']").first().click();
        page.locator("[data-part=begin]:not([disabled])").click();
        page.waitForURL(Pattern.compile("/drafts/[0-9a-f-]+/status"));
        field("P-02").locator("[data-control]").waitFor();
        return this;
    }

    /** All questions of scenario A, with one word of the facts chosen by the test. */
    public Wizard answer(String secret) {
        type("P-02", "UEDI-2417/2026").onward("authorities");
        type("P-05.person", "Fiscal de turno")
                .type("P-05.phone", "+595 21 555 0142")
                .onward("contacts");
        type("P-06.name", "Fiscal de turno").onward("offence");
        offence();
        type("P-09", "Cobros no autorizados a nombre de un comercio: " + secret).onward("data");
        data(secret);
        onward("custodian");
        type("P-12.custodian", "Proveedor Tico S.A. (ficticio)").onward("need");
        choose("P-13.risk", "retention").type("P-13", "El proveedor borra los registros a los treinta días.");
        field("P-14").locator("input").check();
        type("P-14.date", "2027-01-15").onward("handling");
        choose("P-17", "urgent")
                .type("P-17.reason", "Los datos se pierden esta noche.")
                .onward("conditions")
                .onward("attachments");
        return this;
    }

    public Wizard attach(Path file) {
        page.locator("[data-part=choose]").setInputFiles(file);
        page.locator(
                        "li",
                        new Page.LocatorOptions().setHasText(file.getFileName().toString()))
                .first()
                .waitFor();
        return this;
    }

    /** To the check page, with a reason for whatever was left out; then signs and sends. Answers the path of the request. */
    public String send() {
        return onward("check").sendNow();
    }

    /** From the check page, where everything that is asked for has an answer. */
    public String sendNow() {
        ready();
        page.locator("[data-part=send]:not([disabled])").click(new Locator.ClickOptions().setTimeout(LONG));
        confirmFirst();
        page.waitForURL(Pattern.compile("/requests/[0-9a-f-]{36}"), new Page.WaitForURLOptions().setTimeout(LONG));
        var path = page.url().replaceFirst("^https?://[^/]+", "");
        return path.replaceAll("[?#].*$", "");
    }

    /** With a reason for whatever was left out, so that it could be sent. */
    Wizard ready() {
        page.locator("[data-part=answers]").getByText("UEDI-2417/2026").first().waitFor();
        giveReasons();
        PlaywrightAssertions.assertThat(page.locator("[data-part=hold]"))
                .isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(LONG));
        return this;
    }

    /** A state that nothing was ever sent to takes a second press. */
    void confirmFirst() {
        if (page.locator("[data-part=first]").isVisible()) {
            page.waitForTimeout(1_100); // what comes sooner is the second click of a double one
            page.locator("[data-part=send]").click();
        }
    }

    /** For whatever was left out; the questions for them appear after the answers. */
    private void giveReasons() {
        for (var tries = 0; tries < 10 && page.locator("[data-part=send]").isDisabled(); tries++) {
            for (var reason : page.locator("[data-part=reasons] input").all()) {
                reason.fill("Aún no se conoce.");
            }
            page.waitForTimeout(500);
        }
    }

    public Wizard type(String field, String text) {
        field(field).locator("[data-control]").first().fill(text);
        return this;
    }

    /** What the field holds now. */
    public String typed(String field) {
        return field(field).locator("[data-control]").first().inputValue();
    }

    /** Waits until the field holds this; what was kept is opened and put in after the page is there. */
    public Wizard holds(String field, String text) {
        PlaywrightAssertions.assertThat(field(field).locator("[data-control]").first())
                .hasValue(text);
        return this;
    }

    public Wizard choose(String field, String code) {
        field(field).locator("input[value='" + code + "']").check();
        return this;
    }

    public Wizard onward(String step) {
        page.locator(".onward a.button").click();
        page.waitForURL(Pattern.compile("/drafts/[0-9a-f-]+/" + step));
        page.locator("[data-when=open]").first().waitFor();
        return this;
    }

    /** Waits until the line under the questions says that what was typed is kept, sealed. */
    public Wizard saved() {
        page.waitForFunction("() => /\\d/.test(document.querySelector('.saved')?.textContent ?? '')");
        return this;
    }

    public Locator field(String id) {
        return page.locator("[data-field='" + id + "']");
    }

    private void offence() {
        oneItem("P-08");
        type("title", "Estafa mediante sistemas informáticos");
        field("article").locator("select").selectOption("bud.8");
        type("provision", "Artículo 188 del Código Penal").type("penalty", "Hasta cinco años");
    }

    private void data(String secret) {
        oneItem("P-10");
        choose("kinds", "subscriber");
        oneItem("selectors");
        field("kind").locator("select").selectOption("account");
        type("value", secret + "@correo.example");
        moment("from", "2026-03-13");
        moment("to", "2026-03-14");
        type("P-11", "La cuenta recibió los pagos.");
    }

    /** A list begins with one item where one is needed; it is put in a moment after the page is open. */
    private void oneItem(String list) {
        var items = field(list).locator("> [data-items] > *");
        try {
            items.first()
                    .waitFor(new Locator.WaitForOptions()
                            .setState(WaitForSelectorState.VISIBLE)
                            .setTimeout(2_000));
        } catch (TimeoutError none) {
            field(list).locator("> p [data-add]").click();
            items.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        }
    }

    private void moment(String field, String day) {
        field(field).locator("[data-part=date]").fill(day);
        field(field).locator("[data-part=time]").fill("00:00:00");
        field(field).locator("[data-part=offset]").selectOption("-03:00");
    }
}

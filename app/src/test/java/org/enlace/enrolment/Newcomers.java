package org.enlace.enrolment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.access.Invitations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do with mouse and keyboard to enrol, to sign in and to come back, for tests in the browser. */
public final class Newcomers {

    public static final String PASSPHRASE = "caballo batería grapa correcto";

    private final ApplicationContext house;

    public Newcomers(ApplicationContext house) {
        this.house = house;
    }

    /** Where the running application is. */
    public String origin() {
        return "http://localhost:" + house.getBean(Environment.class).getProperty("local.server.port");
    }

    /** The path of a fresh invitation. */
    public String invite(String email, Role role, @Nullable String authority) {
        var token = house.getBean(Invitations.class)
                .invite(new Invitations.Wanted(
                        email,
                        "Duty officer",
                        Set.of(role),
                        authority == null && role != Role.COORDINATOR ? null : new StateCode("PRY"),
                        authority,
                        Language.EN,
                        null));
        return "/invitations/" + token.text();
    }

    /** Opens the link, begins, says a name. */
    public void begin(Page page, String invitation, String name) {
        page.navigate(origin() + invitation);
        page.locator("main form button[type=submit]").click();
        part(page, "name").fill(name);
        part(page, "about").locator("button").click();
    }

    /** Makes a passkey; the page needs a device for it. */
    public void byPasskey(Page page) {
        part(page, "passkey").click();
        assertThat(part(page, "sheet")).isVisible();
    }

    /**
     * Takes a secret into an authenticator and chooses {@link #PASSPHRASE}.
     *
     * @return the secret
     */
    public byte[] byPassphrase(Page page) {
        part(page, "choose-passphrase").click();
        var secret = choosePassphrase(page);
        assertThat(part(page, "sheet")).isVisible();
        return secret;
    }

    /** The same, once the page asks for it. */
    public byte[] choosePassphrase(Page page) {
        assertThat(part(page, "passphrase-form")).isVisible();
        var secret = People.decoded(
                String.valueOf(page.locator("[data-part=secret]").textContent()).replace(" ", ""));
        part(page, "code").fill(People.code(secret, Instant.now()));
        part(page, "passphrase").fill(PASSPHRASE);
        part(page, "passphrase-again").fill(PASSPHRASE);
        part(page, "passphrase-form").locator("button[type=submit]").click();
        return secret;
    }

    /**
     * Writes the printed code down, and types back what is asked for.
     *
     * @return the code as it is printed
     */
    public String print(Page page) {
        assertThat(part(page, "sheet")).isVisible();
        var groups = part(page, "paper-code").locator("span").allTextContents();
        part(page, "printed").click();
        for (int n = 0; n < 2; n++) {
            var number = part(page, "group-number").nth(n).textContent();
            part(page, "group").nth(n).fill(groups.get(Integer.parseInt(number)).toLowerCase());
        }
        part(page, "back-form").locator("button[type=submit]").click();
        return String.join(" ", groups);
    }

    /**
     * Makes the authority's key, with its recovery sheet divided among three custodians of whom two are needed, who type their shares back.
     *
     * @return the shares as they are printed
     */
    public List<String> found(Page page) {
        part(page, "begin").click();
        var shares = divide(page, "Carmen\nDiego\nElena", 2);
        part(page, "printed").click();
        type(page, "rehearse", shares.get(2));
        type(page, "rehearse", shares.get(0).toLowerCase(Locale.ROOT));
        return shares;
    }

    /** Says who the custodians are, one a line, and reads what is to be printed. */
    public List<String> divide(Page page, String custodians, int threshold) {
        part(page, "custodians").fill(custodians);
        part(page, "threshold").fill(String.valueOf(threshold));
        part(page, "custodians-form").locator("button[type=submit]").click();
        assertThat(part(page, "printed")).isVisible();
        return part(page, "paper-code").all().stream()
                .map(code -> String.join(" ", code.locator("span").allTextContents()))
                .toList();
    }

    /** Types a share into the form of that name. */
    public void type(Page page, String form, String share) {
        part(page, form + "-code").fill(share);
        part(page, form + "-form").locator("button[type=submit]").click();
        assertThat(part(page, form + "-form")
                        .or(page.getByText("holds the key", new Page.GetByTextOptions().setExact(true)))
                        .first())
                .isVisible();
    }

    /** Presses on, once the key is ready. */
    public void goOn(Page page) {
        part(page, "go-on").click();
    }

    public void signIn(Page page, String email, String code, String passphrase) {
        part(page, "email").fill(email);
        part(page, "code").fill(code);
        part(page, "passphrase").fill(passphrase);
        part(page, "code-form").locator("button").click();
    }

    /** The person waits until their authenticator shows another code. */
    public void waitForTheNextCode(String email) {
        house.getBean(JdbcClient.class)
                .sql(
                        "update access.code set last_step = 0 where account = (select id from access.account where email = :email)")
                .param("email", email)
                .update();
    }

    public static String email() {
        return UUID.randomUUID() + "@example.org";
    }

    /** The visible part of that name. */
    public static Locator part(Page page, String name) {
        return page.locator("[data-part='" + name + "']:visible");
    }
}

package org.enlace.enrolment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.enrolment.Newcomers.email;
import static org.enlace.enrolment.Newcomers.part;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.enlace.Browsers;
import org.enlace.Language;
import org.enlace.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys that are repeated or copied, with a device that the browser believes in. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PasskeysInTheBrowserTests {

    /** Asks the device for an answer to a challenge and posts it; what the server answers. */
    private static final String ANSWER = """
            async ([options, spoil]) => {
              const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
              const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
              const given = await navigator.credentials.get({ publicKey: { challenge: bytes(options.challenge), rpId: options.rpId, userVerification: 'required' } });
              const r = given.response;
              if (spoil) new Uint8Array(r.signature)[12] ^= 1;
              const body = { id: given.id, rawId: given.id, type: given.type, clientExtensionResults: {}, response: {
                clientDataJSON: text(r.clientDataJSON), authenticatorData: text(r.authenticatorData), signature: text(r.signature), userHandle: text(r.userHandle) } };
              return (await post('/sign-in/passkey', body)).status;
            }""";

    private static final String POST = """
            void (globalThis.post = async (path, body) => {
              const { csrf } = await (await fetch('/session')).json();
              const answer = await fetch(path, { method: 'POST', body: JSON.stringify(body),
                headers: { 'content-type': 'application/json', accept: 'application/json', [csrf.header]: csrf.token } });
              return { status: answer.status, body: await answer.json() };
            })""";

    private final ApplicationContext house;
    private final Newcomers people;

    PasskeysInTheBrowserTests(@Autowired ApplicationContext house) {
        this.house = house;
        this.people = new Newcomers(house);
    }

    @Test
    void aChallengeIsGoodForOneAnswerWhateverComesOfIt() {
        try (var visit = Browsers.visit(Language.EN).expecting("422")) {
            var page = visit.page();
            visit.passkeyDevice();
            enrol(page);
            var options = challenge(page);

            assertThat(answer(page, options)).isEqualTo(200);
            assertThat(answer(page, options))
                    .as("a new answer to a challenge that was used")
                    .isEqualTo(422);
            assertThat(answer(page, challenge(page)))
                    .as("a new answer to a new challenge")
                    .isEqualTo(200);

            var failed = challenge(page);
            assertThat(page.evaluate(ANSWER, List.of(failed, true))).isEqualTo(422);
            assertThat(answer(page, failed))
                    .as("a good answer to a challenge that was spoilt")
                    .isEqualTo(422);
        }
    }

    @Test
    void anAnswerOverheardIsWorthNothing() {
        try (var visit = Browsers.visit(Language.EN).expecting("422")) {
            var page = visit.page();
            visit.passkeyDevice();
            enrol(page);
            visit.context().clearCookies();
            var overheard = new ArrayList<String>();
            page.onRequest(request -> {
                if (request.url().endsWith("/sign-in/passkey")) {
                    overheard.add(request.postData());
                }
            });
            page.navigate(people.origin() + "/sign-in?next=/account");
            part(page, "passkey").click();
            assertThat(page).hasURL(Pattern.compile("://[^/]*/account$"));
            assertThat(overheard).hasSize(1);

            page.evaluate(POST);
            var status = page.evaluate(
                    "async (body) => (await post('/sign-in/passkey', JSON.parse(body))).status", overheard.getFirst());

            assertThat(status).isEqualTo(422);
        }
    }

    @Test
    void aDeviceWhoseCounterGoesBackIsRefused() {
        try (var visit = Browsers.visit(Language.EN).expecting("422")) {
            var page = visit.page();
            var device = visit.passkeyDevice();
            var email = enrol(page);
            assertThat(answer(page, challenge(page))).isEqualTo(200);
            var counter = counter(email);
            assertThat(counter).as("this device counts").isPositive();

            device.countFrom(0);

            assertThat(answer(page, challenge(page)))
                    .as("a copy that is behind")
                    .isEqualTo(422);
            assertThat(counter(email)).as("what was refused is not noted").isEqualTo(counter);
            visit.context().clearCookies();
            page.navigate(people.origin() + "/sign-in?next=/account");
            part(page, "passkey").click();
            assertThat(part(page, "problem")).containsText("We could not sign you in");
        }
    }

    private String enrol(Page page) {
        var email = email();
        people.begin(page, people.invite(email, Role.OBSERVER, null), "Olga");
        people.byPasskey(page);
        people.print(page);
        people.goOn(page);
        assertThat(page).hasURL(Pattern.compile("://[^/]*/account$"));
        return email;
    }

    private static Object challenge(Page page) {
        page.evaluate(POST);
        return page.evaluate("async () => (await post('/sign-in/passkey/challenge', {})).body");
    }

    private static int answer(Page page, Object options) {
        return (Integer) page.evaluate(ANSWER, List.of(options, false));
    }

    private long counter(String email) {
        return house.getBean(JdbcClient.class)
                .sql(
                        "select p.counter from access.passkey p join access.account a on a.id = p.account where a.email = :email")
                .param("email", email)
                .query(Long.class)
                .single();
    }
}

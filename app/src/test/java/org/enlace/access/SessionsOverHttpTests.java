package org.enlace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.enlace.Role;
import org.enlace.enrolment.Newcomers;
import org.enlace.enrolment.People;
import org.enlace.enrolment.People.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions as somebody meets them who plants, steals and repeats what they can, at the real server. Our sessions are our own, so are their regressions (decision 0031). */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SessionsOverHttpTests {

    private final ApplicationContext house;
    private final Newcomers newcomers;
    private final String origin;
    private Person officer;

    SessionsOverHttpTests(@Autowired ApplicationContext house) {
        this.house = house;
        this.newcomers = new Newcomers(house);
        this.origin = newcomers.origin();
        this.officer = new People(house).enrol(Role.OBSERVER, "CAN");
    }

    @BeforeEach
    void takeTheNextCode() {
        newcomers.waitForTheNextCode(officer.account().email());
    }

    @Test
    void aSessionIsForWhoeverSignsInAndUnderANewToken() {
        var victim = new Caller(origin);
        var planted = Token.make().text();
        victim.hold(planted);

        assertThat(enter(victim).statusCode()).isEqualTo(200);

        assertThat(victim.cookie()).isNotEmpty().isNotEqualTo(planted);
        assertThat(whoIs(planted)).as("what was planted before opens nothing").isEqualTo("nobody");
        assertThat(whoIs(victim.cookie())).isEqualTo(officer.id().toString());
    }

    @Test
    void aSecondSignInEndsTheSessionThatThisBrowserHad() {
        var browser = new Caller(origin);
        enter(browser);
        var before = browser.cookie();
        takeTheNextCode();

        enter(browser);

        assertThat(browser.cookie()).isNotEqualTo(before);
        assertThat(whoIs(before)).isEqualTo("nobody");
    }

    @Test
    void theFormKeyOfBeforeTheSignInIsRefusedAfter() {
        var browser = new Caller(origin);
        var before = browser.formKey();
        enter(browser);
        assertThat(browser.submitWith("", "/sign-out").statusCode()).isEqualTo(403);
        assertThat(browser.submitWith(before, "/sign-out").statusCode()).isEqualTo(403);
        assertThat(browser.page("/account").statusCode()).as("still signed in").isEqualTo(200);
        assertThat(browser.submitWith(browser.formKey(), "/sign-out").statusCode())
                .isEqualTo(303);
    }

    @Test
    void aTokenKeptFromBeforeSigningOutIsWorthNothing() {
        var browser = new Caller(origin);
        enter(browser);
        var kept = browser.cookie();
        assertThat(withCookie(kept).page("/account").statusCode()).isEqualTo(200);

        assertThat(browser.submit("/sign-out", "").statusCode()).isEqualTo(303);

        assertThat(browser.cookie()).isEmpty();
        assertIsOut(withCookie(kept));
    }

    @Test
    void endingEverywhereEndsAllAtOnce() {
        var office = new Caller(origin);
        enter(office);
        takeTheNextCode();
        var telephone = new Caller(origin);
        enter(telephone);
        assertThat(telephone.data("/keys/mine").statusCode()).isEqualTo(200);

        assertThat(office.submit("/account/sessions/end", "").statusCode()).isEqualTo(303);

        assertIsOut(telephone);
        assertIsOut(office);
    }

    @Test
    void endingOneEndsThatOneOnlyAndNobodyElses() {
        var stranger = new People(house).enrol(Role.OBSERVER, "CAN");
        var theirs = new Caller(origin);
        theirs.signIn(stranger, stranger.code(Instant.now().plusSeconds(30)));
        var own = new Caller(origin);
        enter(own);
        var session = house.getBean(Sessions.class).of(stranger.id()).getFirst().id();

        own.submit("/account/sessions/" + session + "/end", "");

        assertThat(theirs.page("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void whoLeavesIsOutAtOnce() {
        var browser = new Caller(origin);
        enter(browser);
        house.getBean(JdbcClient.class)
                .sql("update access.account set left_at = made_at where id = :id")
                .param("id", officer.id())
                .update();
        assertIsOut(browser);
        assertThat(enter(new Caller(origin)).statusCode()).isEqualTo(422);
    }

    @Test
    void aCodeSignsInOnce() {
        var code = officer.code(Instant.now());
        assertThat(new Caller(origin).signIn(officer, code).statusCode()).isEqualTo(200);
        var again = new Caller(origin).signIn(officer, code);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(Caller.json(again).get("code").asString()).isEqualTo("SIGN_IN_REFUSED");
    }

    @Test
    void aProofOfTheKeyIsGoodOnceAndForItsOwnChallenge() {
        var browser = new Caller(origin);
        var opened = browser.post("/sign-in/code", credentials(officer.code(Instant.now())));
        var challenge = Caller.json(opened).get("challenge").asString();

        assertThat(browser.prove(officer, Token.make().text()).statusCode()).isEqualTo(422);
        assertThat(browser.prove(officer, challenge).statusCode()).isEqualTo(200);
        assertThat(new Caller(origin).prove(officer, challenge).statusCode()).isEqualTo(422);
    }

    @Test
    void nobodySignsInWithAnothersKey() {
        var other = new People(house).enrol(Role.OBSERVER, "CAN");
        var opened = new Caller(origin).post("/sign-in/code", credentials(officer.code(Instant.now())));
        var challenge = Caller.json(opened).get("challenge").asString();
        var forged = new Person(officer.account(), other.keys(), other.paper(), other.secret());
        assertThat(new Caller(origin).prove(forged, challenge).statusCode()).isEqualTo(422);
    }

    @Test
    void theAnswersDoNotTellWhoHasAnAccount() {
        var known = new Caller(origin).post("/sign-in/code", credentials("000000"));
        var unknown =
                new Caller(origin).post("/sign-in/code", Map.of("email", "nobody-here@example.org", "code", "000000"));
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).isEqualTo(known.body());

        var asked = new Caller(origin)
                .submit("/recovery", "email=" + officer.account().email());
        var askedInVain = new Caller(origin).submit("/recovery", "email=nobody-here@example.org");
        assertThat(askedInVain.statusCode()).isEqualTo(asked.statusCode()).isEqualTo(303);
        assertThat(path(askedInVain)).isEqualTo(path(asked)).isEqualTo("/recovery/calls/");
    }

    @Test
    void whatIsOnlyForOneIsKeptByNobodyOnTheWay() {
        var browser = new Caller(origin);
        enter(browser);
        for (var path : new String[] {"/account", "/account/sessions", "/keys/mine", "/keys/memory", "/session"}) {
            var answer = browser.data(path);
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .contains("no-store");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        }
    }

    private HttpResponse<String> enter(Caller caller) {
        return caller.signIn(officer, officer.code(Instant.now()));
    }

    private Map<String, String> credentials(String code) {
        return Map.of("email", officer.account().email(), "code", code);
    }

    private Caller withCookie(String token) {
        var thief = new Caller(origin);
        thief.hold(token);
        return thief;
    }

    private String whoIs(String token) {
        var said = Caller.json(withCookie(token).data("/session")).get("account");
        return said.isNull() ? "nobody" : said.asString();
    }

    private static void assertIsOut(Caller caller) {
        var page = caller.page("/account");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).contains("/sign-in?next=%2Faccount");
        assertThat(caller.data("/keys/mine").statusCode()).isEqualTo(401);
    }

    private static String path(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("[^/]+$", "");
    }
}

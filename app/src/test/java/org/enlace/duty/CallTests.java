package org.enlace.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.enlace.access.Movable;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;

/** Paraguay's officer rings Costa Rica at night, and Costa Rica wants to be sure; with a clock that the test moves. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(CallTests.ThatNight.class)
class CallTests {

    private static final String PARAGUAY = "pry-sample-24-7";
    private static final String COSTA_RICA = "cri-sample-24-7";

    @LocalServerPort
    private int port;

    @Autowired
    private Movable clock;

    @Test
    void theCallerSaysACodeAndTheCalledSeesWhoIsCalling() {
        var caller = as(Cast.PARAGUAY_DUTY);
        var called = as(Cast.COSTA_RICA_DUTY);
        var call = issue(caller, COSTA_RICA, "CALLER");
        var page = caller.page(call + "?lang=en").require(200).text();
        assertThat(page).contains("Say this code to the person you call", "+506 2555 0100");
        called.page(call).require(404);
        assertThat(called.page("/calls").text()).doesNotContain(call);

        var verified = called.form("/calls/checks", Map.of("code", spoken(page)))
                .require(303)
                .location();

        assertThat(verified).isEqualTo(call);
        assertThat(called.page(call + "?lang=en").text())
                .contains("Verified", "Oficial de guardia", "+595 21 555 0100", PARAGUAY)
                .doesNotContain("Oficial de guardia, Paraguay", spoken(page));
        assertThat(caller.page(call + "?lang=en").text())
                .contains("Verified", COSTA_RICA)
                .doesNotContain(spoken(page));
        assertThat(as(Cast.PARAGUAY_DEPUTY).page("/calls").text()).contains(call);
        assertThat(as(Cast.COSTA_RICA_DEPUTY).page("/calls").text()).contains(call);
        as(Cast.BRAZIL_DUTY).page(call).require(404);
    }

    @Test
    void theCalledGivesACodeAndTheCallerTypesIt() {
        var caller = as(Cast.BRAZIL_DUTY);
        var called = as(Cast.COSTA_RICA_DUTY);
        var call = issue(called, "bra-sample-24-7", "CALLED");
        var code = spoken(called.page(call).text());
        assertThat(called.page(call + "?lang=en").text()).contains("Say this code to the person who called you");
        caller.form("/calls/checks", Map.of("code", code)).require(303);
        assertThat(called.page(call + "?lang=en").text())
                .contains("Your code was typed by an officer of this authority");
        clock.pass(Duration.ofMinutes(12));
    }

    @Test
    void whatVerifiesNobodyHasOneAnswer() {
        var caller = as(Cast.PARAGUAY_DUTY);
        var called = as(Cast.COSTA_RICA_DUTY);
        var used = spoken(caller.page(issue(caller, COSTA_RICA, "CALLER")).text());
        called.form("/calls/checks", Map.of("code", used)).require(303);
        var answer = wrong(called, used);
        assertThat(answer).contains("This code verifies nobody", "call back on the number in the directory");
        clock.pass(Duration.ofMinutes(12));

        var old = spoken(caller.page(issue(caller, COSTA_RICA, "CALLER")).text());
        clock.pass(Duration.ofMinutes(10));
        assertThat(wrong(called, old)).contains("This code verifies nobody");
        var elsewhere = spoken(caller.page(issue(caller, COSTA_RICA, "CALLER")).text());
        assertThat(wrong(as(Cast.BRAZIL_DUTY), elsewhere)).contains("This code verifies nobody");
        assertThat(wrong(caller, elsewhere)).contains("This code verifies nobody");
        assertThat(wrong(called, "")).contains("This code verifies nobody");
        called.form("/calls/checks", Map.of("code", elsewhere)).require(303);
        clock.pass(Duration.ofMinutes(12));
    }

    @Test
    void theCodeIsForWhoeverAskedForIt() {
        var caller = as(Cast.PARAGUAY_DUTY);
        var call = issue(caller, COSTA_RICA, "CALLER");
        var code = spoken(caller.page(call).text());
        assertThat(as(Cast.PARAGUAY_DEPUTY).page(call + "?lang=en").require(200).text())
                .contains("is the only one who sees it")
                .doesNotContain(code);
        clock.pass(Duration.ofMinutes(10));
        assertThat(caller.page(call + "?lang=en").text())
                .contains("The code is no longer good")
                .doesNotContain(code);
        clock.pass(Duration.ofMinutes(12));
    }

    @Test
    void guessingIsCountedAndOnlyOfficersCome() {
        var guesser = as(Cast.BRAZIL_DEPUTY);
        var refused = 0;
        for (var guess = 10_000_000; guess < 10_000_010; guess++) {
            refused += guesser.form("/calls/checks", Map.of("code", String.valueOf(guess)))
                                    .status()
                            == 429
                    ? 1
                    : 0;
        }
        assertThat(refused).isEqualTo(4);
        for (var other : new Cast[] {Cast.PARAGUAY_COORDINATOR, Cast.SECRETARIAT, Cast.OBSERVER}) {
            as(other).page("/calls").require(404);
            as(other).form("/calls/checks", Map.of("code", "12345678")).require(404);
        }
        var officer = as(Cast.PARAGUAY_DEPUTY);
        officer.form("/calls/codes", Map.of("with", PARAGUAY, "side", "CALLER")).require(422);
        officer.form("/calls/codes", Map.of("with", "nobody", "side", "CALLER")).require(422);
        clock.pass(Duration.ofMinutes(12));
    }

    private static String issue(OfficerSession session, String with, String side) {
        return session.form("/calls/codes", Map.of("with", with, "side", side))
                .require(303)
                .location();
    }

    private static String wrong(OfficerSession session, String code) {
        return session.form("/calls/checks?lang=en", Map.of("code", code))
                .require(422)
                .text();
    }

    private static String spoken(String page) {
        var code = Pattern.compile("[0-9]{4} [0-9]{4}(?=</p>)").matcher(page);
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member, clock);
    }

    @TestConfiguration
    static class ThatNight {

        @Bean
        @Primary
        Movable thatNight() {
            return new Movable(Instant.parse("2026-11-22T03:00:00Z"));
        }
    }
}

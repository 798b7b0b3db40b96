package org.enlace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.enrolment.People;

/** F6: clocks that are wrong, that jump, and the night when zones change theirs. */
final class WrongClocks {

    /** In New York this day has 23 hours: the officer of the secretariat lives there. */
    private static final Instant DST_NIGHT = Instant.parse("2027-03-14T06:59:50Z");

    private static final Duration TAKEN = Duration.ofSeconds(4);
    private static final Duration REFUSED = Duration.ofSeconds(6);
    private static final Duration URGENT = Duration.ofMinutes(30);
    private static final Duration LITTLE = Duration.ofSeconds(20);

    /** Looks like an officer key behind a passphrase: the server cannot tell. */
    private static final String BEHIND_A_PASSPHRASE = "age-encryption.org/v1\n-> scrypt MTIzNDU2Nzg5MDEyMzQ1Ng 17\n"
            + "A".repeat(43) + "\n--- " + "B".repeat(43) + "\n";

    private final Installation installation;
    private final Map<UUID, Instant> due = new LinkedHashMap<>();

    WrongClocks(Installation installation) {
        this.installation = installation;
    }

    /** Settings under which clocks months apart are taken for equal: the application's stands for both. */
    static Map<String, String> tolerant() {
        return Map.of("enlace.database.clock-tolerance", "400d");
    }

    /** The application's clock alone: nothing is dated until it agrees with the database's again. */
    void apart(List<Duration> by) throws Exception {
        new Pair(installation, false).send();
        for (var wrong : by) {
            installation.moveClock(wrong);
            var refused = awaitRefusal(Clock.offset(Clock.systemUTC(), wrong));
            installation.moveClock(Duration.ZERO);
            var begun = System.nanoTime();
            awaitTaken();
            System.out.printf(
                    "  F6: clock of the application %+d s: acts refused after %.1f s; taken again %.1f s after it was put right%n",
                    wrong.toSeconds(), refused, (System.nanoTime() - begun) / 1e9);
        }
    }

    /** The limit is five seconds, either way. */
    void nearTheLimit() throws Exception {
        var pair = new Pair(installation, false);
        pair.send();
        for (var direction : List.of(1, -1)) {
            installation.moveClock(TAKEN.multipliedBy(direction));
            pair.send();
            installation.moveClock(REFUSED.multipliedBy(direction));
            awaitRefusal(Clock.systemUTC());
        }
        installation.moveClock(Duration.ZERO);
        awaitTaken();
        System.out.printf(
                "  F6: clock of the application %d s wrong, either way: acts taken; %d s: refused%n",
                TAKEN.toSeconds(), REFUSED.toSeconds());
    }

    /** The clocks of application and database moved alike, as far as the application can tell: to yesterday, tomorrow, into the night when clocks change. */
    void jump() throws Exception {
        var night = Duration.between(Instant.now(), DST_NIGHT);
        for (var by : List.of(Duration.ofDays(-1), Duration.ofDays(1), night, Duration.ZERO)) {
            installation.jump(by);
            exchange(by);
        }
        System.out.printf(
                "  F6: %d requests at clocks months apart: each still due half an hour after it was sent, whatever the clock says now%n",
                due.size());
    }

    private void exchange(Duration by) throws Exception {
        var clock = Clock.offset(Clock.systemUTC(), by);
        var asuncion = OfficerSession.signIn(installation.url(), Cast.PARAGUAY_DUTY, clock);
        var sanJose = OfficerSession.signIn(installation.url(), Cast.COSTA_RICA_DUTY, clock);
        var send = asuncion.sign(Cast.Office.COSTA_RICA.id(), Urgency.URGENT, null, Pair.FORM);
        record(Cast.PARAGUAY_DUTY, asuncion, send);
        record(Cast.COSTA_RICA_DUTY, sanJose, sanJose.sign(send.request(), OfficerSession.OPEN, null));
        due.put(send.request(), settled(asuncion, send.request()).plus(URGENT));
        for (var request : due.entrySet()) {
            assertThat(asuncion.page("/requests/" + request.getKey())
                            .require(200)
                            .text())
                    .as("due as before, at a clock moved by " + by)
                    .contains("datetime=\"" + request.getValue() + "\"");
        }
        for (var page : List.of("/desk", "/log")) asuncion.page(page).require(200);
        installation.as(Cast.SECRETARIAT).page("/").require(200);
        System.out.printf("  F6: all clocks %+d s: signed in, sent, opened, pages shown%n", by.toSeconds());
    }

    /** Once the log has both acts and both receipts: by the next jump nothing of this one waits. When the first act came, as the server says. */
    private static Instant settled(OfficerSession session, UUID request) throws InterruptedException {
        var until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (true) {
            var copy =
                    session.get("/requests/" + request + "/acts").require(200).json();
            var receipts = copy.get("receipts");
            if (receipts.size() == 2
                    && receipts.valueStream()
                            .noneMatch(receipt -> receipt.get("index").isNull()))
                return Instant.parse(copy.at("/acts/0/at").asString());
            assertThat(System.nanoTime()).as("the log has it").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** A session ends by the clock there is: an hour after it was used, twelve after it was begun; and one begun at a time that has not come is over. */
    void sessionsEndWhenTheyShould() throws Exception {
        installation.jump(Duration.ZERO);
        var idle = installation.as(Cast.PARAGUAY_DEPUTY);
        var ends = ends(idle);
        at(ends.minus(LITTLE));
        assertThat(idle.page("/desk").status()).as("shortly before its end").isEqualTo(200);
        var prolonged = ends(idle);
        assertThat(prolonged).as("use prolongs it").isAfter(ends.plus(Duration.ofMinutes(58)));
        at(prolonged.plus(LITTLE));
        assertOver(idle, "an hour without use");
        installation.jump(Duration.ZERO);
        var used = installation.as(Cast.PARAGUAY_DEPUTY);
        var end = Instant.now().plus(Duration.ofHours(12));
        for (int minutes = 55; minutes < 12 * 60; minutes += 55) {
            installation.jump(Duration.ofMinutes(minutes));
            assertThat(used.page("/desk").status()).as("used each hour").isEqualTo(200);
        }
        at(ends(used).minus(LITTLE));
        assertThat(used.page("/desk").status())
                .as("shortly before its last end")
                .isEqualTo(200);
        assertThat(ends(used)).as("twelve hours after it began").isBetween(end.minus(Duration.ofMinutes(1)), end);
        at(ends(used).plus(LITTLE));
        assertOver(used, "twelve hours, however much it was used");
        installation.jump(Duration.ofDays(1));
        var tomorrows = installation.as(Cast.PARAGUAY_DEPUTY);
        installation.jump(Duration.ZERO);
        assertOver(tomorrows, "begun at a time that has not come");
        System.out.println(
                "  F6: sessions that live through jumps end an hour after their last use and twelve after their beginning, by the clock there is; one of tomorrow is over when the clock is put right");
    }

    private static Instant ends(OfficerSession session) {
        return Instant.parse(
                session.get("/session").require(200).json().get("expires").asString());
    }

    private static void assertOver(OfficerSession session, String why) {
        assertThat(session.get("/session").json().get("account").isNull())
                .as(why)
                .isTrue();
        assertThat(session.page("/desk").status()).as(why).isEqualTo(303);
    }

    private void at(Instant moment) throws Exception {
        installation.jump(Duration.between(Instant.now(), moment));
    }

    /** One-time codes of a telephone whose clock is right: good when the server's is, for once, and not again after a jump. */
    void codesAreGoodOnce() throws Exception {
        installation.jump(Duration.ofMinutes(-2));
        var member = Cast.PARAGUAY_CENTRAL;
        var there = installation.running().localhost();
        var office = OfficerSession.signIn(there, member);
        var secret = People.decoded(office.post("/account/ways/code", Map.of())
                .require(200)
                .json()
                .get("secret")
                .asString());
        office.post(
                        "/account/ways/code/confirmation",
                        Map.of("code", People.code(secret, Instant.now().minus(Duration.ofMinutes(2)))))
                .require(204);
        var challenge = office.post("/account/ways/challenge", Map.of())
                .require(200)
                .json()
                .get("challenge")
                .asString();
        var lock = Map.of(
                "kind",
                "passphrase",
                "sealed",
                Base64.getEncoder()
                        .encodeToString(BEHIND_A_PASSPHRASE.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        office.post(
                        "/account/ways/completion",
                        Map.of(
                                "jws",
                                office.prove("enlace-ways+jws", challenge),
                                "ways",
                                Map.of("locks", List.of(lock))))
                .require(204);

        installation.jump(Duration.ZERO);
        var first = People.code(secret, Instant.now());
        assertThat(code(there, member, first)).as("in time").isEqualTo(200);
        installation.jump(Duration.ofSeconds(-30));
        assertThat(code(there, member, first))
                .as("again, half a minute earlier")
                .isEqualTo(422);
        for (var by : List.of(Duration.ofDays(1), Duration.ofMinutes(-5))) {
            installation.jump(by);
            var next = People.code(secret, Instant.now().plus(Duration.ofSeconds(30)));
            assertThat(code(there, member, next))
                    .as("at a clock moved by " + by)
                    .isEqualTo(422);
        }
        installation.jump(Duration.ZERO);
        var second = People.code(secret, Instant.now().plus(Duration.ofSeconds(30)));
        assertThat(code(there, member, second)).as("the clock is right again").isEqualTo(200);
        assertThat(code(there, member, second)).as("never twice").isEqualTo(422);
        System.out.println(
                "  F6: one-time codes: taken once while the clock is right; refused while it is not, and when they were used before a jump");
    }

    private static int code(String there, Cast member, String code) {
        return OfficerSession.visitor(there)
                .post("/sign-in/code", Map.of("email", member.email(), "code", code))
                .status();
    }

    private void record(Cast member, OfficerSession session, OfficerSession.Signed act) {
        installation.history().posted(member, act);
        installation
                .history()
                .answered(member, act, session.post(act).require(200).json());
    }

    /** After how many seconds nothing is dated any more. */
    private double awaitRefusal(Clock clock) throws InterruptedException {
        var begun = System.nanoTime();
        var session = OfficerSession.signIn(installation.url(), Cast.PARAGUAY_DUTY, clock);
        while (true) {
            var act = session.sign(Cast.Office.COSTA_RICA.id(), Urgency.URGENT, null, Pair.FORM);
            installation.history().posted(Cast.PARAGUAY_DUTY, act);
            var answer = session.post(act);
            var took = (System.nanoTime() - begun) / 1e9;
            if (answer.code().equals("CLOCKS_APART")) return took;
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            installation.history().answered(Cast.PARAGUAY_DUTY, act, answer.json());
            assertThat(took).as("seconds in which a wrong clock dates acts").isLessThan(30);
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private void awaitTaken() throws InterruptedException {
        var session = installation.as(Cast.PARAGUAY_DUTY);
        var until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < until) {
            var act = session.sign(Cast.Office.COSTA_RICA.id(), Urgency.URGENT, null, Pair.FORM);
            installation.history().posted(Cast.PARAGUAY_DUTY, act);
            var answer = session.post(act);
            if (answer.status() == 200) {
                installation.history().answered(Cast.PARAGUAY_DUTY, act, answer.json());
                return;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new AssertionError("acts are not taken again");
    }
}

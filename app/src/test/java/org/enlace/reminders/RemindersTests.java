package org.enlace.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.TakeInCharge;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Time passes and nobody does anything. The hours are set in the row by which the desk is ordered, as if they had passed. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"enlace.test=reminders", "enlace.reminders.round=1h"})
@ActiveProfiles("demo")
class RemindersTests {

    private static final ZoneId SAN_JOSE = ZoneId.of("America/Costa_Rica");
    private static final String FORM = Papers.preservation("canary-31f7");
    private static final String MESSAGE = Papers.message("preserve");

    @LocalServerPort
    private int port;

    @Autowired
    private ReminderRounds rounds;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void climbsTheLadderRungByRungAndTellsWhoWaits() {
        var id = sent(as(Cast.COSTA_RICA_DUTY), Cast.Office.PARAGUAY, Urgency.URGENT);
        rounds.look();
        assertThat(steps(id)).as("it is not late yet").isEmpty();

        sentAgo(id, Duration.ofMinutes(40), Duration.ofMinutes(30));
        rounds.look();
        rounds.look();
        assertThat(steps(id)).containsExactly("deputy");
        assertThat(mails(id))
                .as("Paraguay’s point has no deputy mailbox: its officers are told, and who waits")
                .contains("REQUEST_WAITS")
                .containsOnlyOnce("REQUEST_UNANSWERED");

        sentAgo(id, Duration.ofMinutes(61), Duration.ofMinutes(30));
        rounds.look();
        assertThat(steps(id)).contains("coordinators");
        var coordinators = jdbc.sql("""
                        select recipient || ' ' || path from notices.notice
                        where effect_key like :key and kind = 'REQUEST_WAITS' and audience like 'account:%'
                        """)
                .param("key", "reminder/" + id + "/coordinators/%")
                .query((row, index) -> row.getString(1))
                .list();
        assertThat(coordinators)
                .as("the coordinators of Paraguay hear of it, and are led to the telephone numbers")
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail).endsWith(" /authorities/" + Cast.Office.PARAGUAY.id()));

        assertThat(as(Cast.BRAZIL_DUTY).page("/requests/" + id + "/reminders").status())
                .isEqualTo(404);
    }

    @Test
    void stopsAsSoonAsSomebodyTakesItInCharge() {
        var asuncion = as(Cast.PARAGUAY_DUTY);
        var sanJose = as(Cast.COSTA_RICA_DUTY);
        var id = sent(asuncion, Cast.Office.COSTA_RICA, Urgency.URGENT);
        sanJose.act(id, OfficerSession.OPEN, null);
        sanJose.act(
                id,
                new TakeInCharge(
                        Cast.COSTA_RICA_DUTY.function(), LocalDate.now(SAN_JOSE).plusDays(3)),
                MESSAGE);
        rounds.look();
        assertThat(steps(id)).isEmpty();
    }

    @Test
    void stopsForAWhileWhenSomebodyOpensIt() {
        var id = sent(as(Cast.PARAGUAY_DUTY), Cast.Office.COSTA_RICA, Urgency.URGENT);
        as(Cast.COSTA_RICA_DUTY).act(id, OfficerSession.OPEN, null);
        sentAgo(id, Duration.ofMinutes(40), Duration.ofMinutes(30));
        rounds.look();
        assertThat(steps(id)).isEmpty();
    }

    @Test
    void whatWasQueuedIsNotSentAnyMoreOnceItIsHandedOnOrTakenBack() {
        var asuncion = as(Cast.PARAGUAY_DUTY);
        var sanJose = as(Cast.COSTA_RICA_DUTY);
        var handedOn = sent(asuncion, Cast.Office.COSTA_RICA, Urgency.URGENT);
        var takenBack = sent(asuncion, Cast.Office.COSTA_RICA, Urgency.URGENT);
        for (var id : List.of(handedOn, takenBack)) {
            sentAgo(id, Duration.ofMinutes(40), Duration.ofMinutes(30));
        }
        rounds.look();
        assertThat(unsent(handedOn)).isNotEmpty();
        assertThat(unsent(takenBack)).isNotEmpty();

        sanJose.act(handedOn, OfficerSession.OPEN, null);
        sanJose.post(sanJose.transfer(handedOn, Cast.Office.COSTA_RICA_CENTRAL.id()))
                .require(200);
        asuncion.act(takenBack, Coded.Plain.WITHDRAW, null);
        rounds.look();

        assertThat(unsent(handedOn)).isEmpty();
        assertThat(unsent(takenBack)).isEmpty();
        assertThat(steps(handedOn)).as("whoever has it now has the whole time").containsExactly("deputy");
        assertThat(steps(takenBack)).containsExactly("deputy");
    }

    @Test
    void remindsBeforeAGuaranteeEndsAndSaysWhenItEndedUndecided() {
        var id = preserved();
        rounds.look();
        assertThat(steps(id)).as("sixty days are left").isEmpty();

        guaranteedFor(id, Duration.ofDays(13));
        rounds.look();
        assertThat(told(id)).containsExactly("days-14");

        guaranteedFor(id, Duration.ofHours(60));
        rounds.look();
        rounds.look();
        assertThat(told(id))
                .as("one mail after a week in which the server was down, not two")
                .containsExactly("days-14", "days-3");

        guaranteedFor(id, Duration.ofMinutes(-5));
        rounds.look();
        assertThat(told(id)).endsWith("lapsed");
        assertThat(mails(id)).contains("GUARANTEE_ENDED");
    }

    @Test
    void aRoundByTwoProcessesAtOnceTellsOnce() throws Exception {
        var id = preserved();
        guaranteedFor(id, Duration.ofDays(6));
        try (var crowd = Executors.newFixedThreadPool(8)) {
            for (var run : crowd.invokeAll(Collections.nCopies(8, Executors.callable(rounds::look)))) {
                run.get();
            }
        }
        assertThat(told(id)).containsExactly("days-7");
        assertThat(mails(id)).hasSize(1);
    }

    private static UUID sent(OfficerSession officer, Cast.Office to, Urgency urgency) {
        var sent = officer.sign(to.id(), urgency, null, FORM);
        officer.post(sent).require(200);
        return sent.request();
    }

    private UUID preserved() {
        var asuncion = as(Cast.PARAGUAY_DUTY);
        var sanJose = as(Cast.COSTA_RICA_DUTY);
        var id = sent(asuncion, Cast.Office.COSTA_RICA, Urgency.ORDINARY);
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        sanJose.act(id, OfficerSession.OPEN, null);
        sanJose.act(
                id,
                new TakeInCharge(
                        Cast.COSTA_RICA_DUTY.function(), LocalDate.now(SAN_JOSE).plusDays(3)),
                MESSAGE);
        sanJose.act(id, new Preserve(now, LocalDate.now(SAN_JOSE).plusDays(61), true), MESSAGE);
        return id;
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }

    private void sentAgo(UUID id, Duration ago, Duration target) {
        var sent = OffsetDateTime.now(ZoneOffset.UTC).minus(ago);
        jdbc.sql("update exchange.standing set due = :due where request = :id")
                .param("due", sent.plus(target))
                .param("id", id)
                .update();
    }

    private void guaranteedFor(UUID id, Duration left) {
        jdbc.sql("update exchange.standing set guaranteed_until = :until where request = :id")
                .param("until", OffsetDateTime.now(ZoneOffset.UTC).plus(left))
                .param("id", id)
                .update();
    }

    private List<String> unsent(UUID id) {
        return jdbc.sql("""
                        select effect_key from notices.notice
                        where effect_key like :key and sent_at is null and failed_at is null""")
                .param("key", "reminder/" + id + "/%")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> steps(UUID id) {
        return jdbc.sql("select step from reminders.step where request = :id order by taken")
                .param("id", id)
                .query((row, index) -> row.getString(1))
                .list();
    }

    private List<String> told(UUID id) {
        return jdbc.sql("select step from reminders.step where request = :id and mailed > 0 order by taken")
                .param("id", id)
                .query((row, index) -> row.getString(1))
                .list();
    }

    private List<String> mails(UUID id) {
        return jdbc.sql("select kind from notices.notice where effect_key like :key order by queued_at")
                .param("key", "reminder/" + id + "/%")
                .query((row, index) -> row.getString(1))
                .list();
    }
}

package org.enlace.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.enlace.Language;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.enlace.notices.Troubles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/** The cast says when it wants letters, and letters do not arrive. No mail server here: what would leave is read from the outbox. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class LettersOverHttpTests {

    private static final String CENTRAL = "authority:" + Cast.Office.COSTA_RICA_CENTRAL.id();
    private static final String POINT = "authority:" + Cast.Office.PARAGUAY.id();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Notices notices;

    @Autowired
    private Troubles troubles;

    @Autowired
    private ReturnRounds rounds;

    @Autowired
    private WishedTimes times;

    @Autowired
    private TransactionTemplate transaction;

    /** The context is shared: what failed here is nobody else's trouble. */
    @AfterEach
    void takeNote() {
        troubles.acknowledge(
                sql.sql(
                                "select id from notices.notice where effect_key like 'letters-test/%' and failed_at is not null")
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list(),
                UUID.randomUUID());
    }

    @Test
    void anOfficeChoosesOneLetterADayOnItsOwnClocks() {
        var officer = as(Cast.COSTA_RICA_CENTRAL);
        assertThat(officer.page("/desk?lang=en").text()).contains("/desk/letters");
        assertThat(officer.page("/desk/letters?lang=en").require(200).text())
                .contains("Every letter comes at once", "cri-sample-central@enlace.example", "Costa Rica");

        officer.form("/desk/letters", Map.of("manner", "once-a-day", "hour", "8 o’clock"))
                .require(422);
        officer.form("/desk/letters", Map.of("manner", "not-at-night", "begins", "20:00", "ends", "20:00"))
                .require(422);
        officer.form("/desk/letters", Map.of("manner", "once-a-day", "hour", "08:00"))
                .require(303);
        assertThat(as(Cast.COSTA_RICA_CENTRAL_DEPUTY)
                        .page("/desk/letters?lang=en")
                        .text())
                .as("it is the office’s, not the officer’s")
                .contains("one letter a day, at 08:00 (Costa Rica)");

        var hours = times.patient().get(CENTRAL);
        assertThat(hours).isNotNull();
        var due = hours.due(java.time.Instant.parse("2026-03-16T20:00:00Z"));
        assertThat(due.atZone(ZoneId.of("America/Costa_Rica")).toLocalTime()).isEqualTo(LocalTime.of(8, 0));

        officer.form("/desk/letters", Map.of("manner", "at-once")).require(303);
        assertThat(times.patient()).doesNotContainKey(CENTRAL);
    }

    @Test
    void aPointThatAnswersDayAndNightHasNoQuietHours() {
        var officer = as(Cast.PARAGUAY_DUTY);
        assertThat(officer.page("/desk/letters?lang=en").text())
                .contains("nothing to choose here")
                .doesNotContain("name=\"manner\"");
        officer.form("/desk/letters", Map.of("manner", "once-a-day", "hour", "08:00"))
                .require(409);

        // chosen before it became such a point
        sql.sql("insert into reach.wish values (:whose, :since, 'once-a-day', '08:00', null, :by)")
                .param("whose", POINT)
                .param("since", java.time.OffsetDateTime.now(ZoneOffset.UTC))
                .param("by", Cast.PARAGUAY_DUTY.account())
                .update();
        var queued = java.time.Instant.parse("2026-03-16T20:00:00Z");
        assertThat(times.patient().get(POINT))
                .isNotNull()
                .satisfies(hours -> assertThat(hours.due(queued)).isEqualTo(queued));
    }

    @Test
    void aPersonChoosesForTheirOwnAddress() {
        var coordinator = as(Cast.PARAGUAY_COORDINATOR);
        assertThat(coordinator.page("/account?lang=en").text()).contains("/account/letters");
        coordinator
                .form("/account/letters", Map.of("manner", "not-at-night", "begins", "20:00", "ends", "07:00"))
                .require(303);
        assertThat(coordinator.page("/account/letters?lang=en").text())
                .contains("do not come from 20:00 to 07:00", Cast.PARAGUAY_COORDINATOR.email());
        assertThat(as(Cast.SECRETARIAT).page("/account/letters?lang=en").text()).contains("Every letter comes at once");
    }

    @Test
    void aLetterThatDoesNotArriveGoesToAnotherAddressAndIsShownToThoseConcerned() {
        var reference = "PRY-2099-0001";
        fail(notice("letters-test/1", POINT, Cast.Office.PARAGUAY.mailbox(), reference));
        rounds.look();
        rounds.look();

        assertThat(recipients("letters-test/1/again/%"))
                .as("no deputy mailbox is known: the officers’ own addresses, or who is on duty")
                .isNotEmpty()
                .isSubsetOf(Cast.PARAGUAY_DUTY.email(), Cast.PARAGUAY_DEPUTY.email());
        assertThat(recipients("returned/" + Cast.Office.PARAGUAY.mailbox() + "/%"))
                .contains(Cast.PARAGUAY_COORDINATOR.email());

        assertThat(as(Cast.PARAGUAY_DUTY).page("/desk?lang=en").text())
                .contains(reference, "came back", "/letters/returned");
        assertThat(as(Cast.PARAGUAY_DUTY).page("/letters/returned?lang=en").text())
                .contains(reference, "550 no such user", "was sent to");
        assertThat(as(Cast.PARAGUAY_COORDINATOR)
                        .page("/letters/returned?lang=en")
                        .text())
                .contains(reference, "/authorities/pry-sample-24-7/correction");
        for (var other : new Cast[] {Cast.COSTA_RICA_DUTY, Cast.OBSERVER, Cast.SECRETARIAT}) {
            assertThat(as(other).page("/letters/returned?lang=en").text()).doesNotContain(reference);
        }

        var id = sql.sql("select id from notices.notice where effect_key = 'letters-test/1'")
                .query(UUID.class)
                .single();
        as(Cast.COSTA_RICA_DUTY)
                .form("/letters/returned/acknowledgement", Map.of("letter", id.toString()))
                .require(303);
        assertThat(troubles.of(POINT)).as("not theirs to take note of").isNotEmpty();
        as(Cast.PARAGUAY_DUTY)
                .form("/letters/returned/acknowledgement", Map.of("letter", id.toString()))
                .require(303);
        assertThat(as(Cast.PARAGUAY_DUTY).page("/desk?lang=en").text()).doesNotContain(reference);
    }

    @Test
    void whereNoCoordinatorIsTheSecretariatHearsOfTheAddressAndNotOfTheRequest() {
        var reference = "PRY-2099-0002";
        fail(notice("letters-test/2", CENTRAL, Cast.Office.COSTA_RICA_CENTRAL.mailbox(), reference));
        rounds.look();
        assertThat(recipients("returned/" + Cast.Office.COSTA_RICA_CENTRAL.mailbox() + "/%"))
                .contains(Cast.SECRETARIAT.email(), Cast.SECRETARIAT_LEGAL.email());
        assertThat(as(Cast.SECRETARIAT).page("/letters/returned?lang=en").text())
                .contains(Cast.Office.COSTA_RICA_CENTRAL.mailbox())
                .doesNotContain(reference);
    }

    @Test
    void noneIsForgottenHoweverManyFailAtOnce() {
        var many = 620;
        transaction.executeWithoutResult(status -> IntStream.range(0, many)
                .forEach(at -> notices.queue(notice(
                        "letters-test/many/" + at, POINT, Cast.Office.PARAGUAY.mailbox(), "PRY-2099-" + (1000 + at)))));
        sql.sql("""
                        update notices.notice set failed_at = queued_at, refused = true, failure = '421 away'
                        where effect_key like 'letters-test/many/%'""").update();
        rounds.look();
        assertThat(sql.sql("select count(*) from reach.second_way where effect_key like 'letters-test/many/%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(many);

        fail(notice("letters-test/4", CENTRAL, Cast.Office.COSTA_RICA_CENTRAL.mailbox(), "CRI-2099-0004"));
        sql.sql(
                        "update notices.notice set failed_at = failed_at - interval '1 day' where effect_key = 'letters-test/4'")
                .update();
        assertThat(as(Cast.COSTA_RICA_CENTRAL).page("/letters/returned?lang=en").text())
                .as("the trouble of others hides nobody's own")
                .contains("CRI-2099-0004");
        assertThat(as(Cast.SECRETARIAT).page("/letters/returned?lang=en").text())
                .contains(Cast.Office.COSTA_RICA_CENTRAL.mailbox());
    }

    @Test
    void aSecretLinkGoesToNobodyElse() {
        var person = "account:" + Cast.PARAGUAY_DUTY.account();
        fail(Notice.forAccount(
                "letters-test/3",
                person,
                Cast.PARAGUAY_DUTY.email(),
                Language.ES,
                Notice.Kind.RECOVERY,
                "/recovery/x"));
        rounds.look();
        assertThat(recipients("letters-test/3/again/%")).isEmpty();
        assertThat(recipients("returned/" + Cast.PARAGUAY_DUTY.email() + "/%"))
                .contains(Cast.PARAGUAY_COORDINATOR.email());
        assertThat(as(Cast.PARAGUAY_DUTY).page("/desk?lang=en").text()).contains("/letters/returned");
    }

    private void fail(Notice notice) {
        transaction.executeWithoutResult(status -> notices.queue(notice));
        sql.sql("""
                        update notices.notice set failed_at = queued_at, refused = true, failure = '550 no such user',
                            path = case when kind = 'RECOVERY' then '/' else path end
                        where effect_key = :key""").param("key", notice.effectKey()).update();
    }

    private List<String> recipients(String keys) {
        return sql.sql("select recipient from notices.notice where effect_key like :keys order by recipient")
                .param("keys", keys)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static Notice notice(String key, String audience, String mailbox, String reference) {
        return new Notice(
                key,
                audience,
                mailbox,
                Language.ES,
                Notice.Kind.REQUEST_MOVED,
                reference,
                false,
                null,
                ZoneId.of("America/Asuncion"),
                "/requests/" + UUID.randomUUID());
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}

package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.enlace.StateCode;
import org.enlace.ledger.Accept;
import org.enlace.ledger.Act;
import org.enlace.ledger.Answer;
import org.enlace.ledger.Ask;
import org.enlace.ledger.Call;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Conditions;
import org.enlace.ledger.Decline;
import org.enlace.ledger.Execute;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Open;
import org.enlace.ledger.Postpone;
import org.enlace.ledger.Progress;
import org.enlace.ledger.RefuseConditions;
import org.enlace.ledger.Result;
import org.enlace.ledger.Send;
import org.enlace.ledger.TakeInCharge;
import org.enlace.ledger.Transfer;
import org.enlace.ledger.UpholdConditions;
import org.enlace.procedure.Continuation;
import org.enlace.procedure.Fact;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Request;
import org.enlace.procedure.Side;
import org.enlace.procedure.Standing;
import org.enlace.procedure.Turn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** Which acts begin, stop and end the periods of a profile. Every request goes out at noon UTC on Monday 9 March 2026, when it is six in San José. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class DeadlinesTests {

    private static final Instant SENT = Instant.parse("2026-03-09T12:00:00Z");
    private static final ZoneId SAN_JOSE = ZoneId.of("America/Costa_Rica");
    private static final UUID REQUEST = UUID.fromString("0195a0b0-0000-7000-8000-000000000001");
    private static final Conditions CONDITIONS = new Conditions(
            Conditions.Tlp.AMBER, null, Conditions.Purpose.PROCEEDINGS, Conditions.Leave.ASK, Conditions.Leave.FREE);
    private static final Result FINAL = new Result(true, CONDITIONS);
    private static final Result PART = new Result(false, CONDITIONS);
    private static final LocalDate LATER = LocalDate.parse("2026-12-01");

    @Autowired
    private Deadlines deadlines;

    @Test
    void anEmergencyIsToBeAnsweredWithinEightHoursWhateverDayWasPromised() {
        var taken = life("emergency/1", true).on(0, new Open(CONDITIONS)).in(minutes(5), taken("2026-03-10"));
        var turn = taken.turn();
        assertThat(turn.task()).isEqualTo(Turn.Task.EXECUTE);
        assertThat(turn.due()).isEqualTo(SENT.plus(Duration.ofHours(8)));
    }

    @Test
    void whatWasPromisedForEarlierCounts() {
        var taken = life("subscriber/1", false).on(0, new Open(CONDITIONS)).in(minutes(5), taken("2026-03-11"));
        assertThat(taken.turn().due()).isEqualTo("2026-03-12T06:00:00Z");
        var promisedTooLate =
                life("subscriber/1", false).on(0, new Open(CONDITIONS)).in(minutes(5), taken("2026-06-01"));
        assertThat(promisedTooLate.turn().due())
                .as("twenty days, until 23:59 there")
                .isEqualTo("2026-03-30T05:59:00Z");
    }

    @Test
    void standsStillFromTheQuestionToTheAnswer() {
        var asked = inCharge("subscriber/1").on(2, new Ask(LATER, List.of()));
        assertThat(asked.deadline("answer").standsStill()).isTrue();
        var answered = asked.on(5, new Answer(List.of()));
        assertThat(answered.deadline("answer").due()).as("three days more").isEqualTo("2026-04-02T05:59:00Z");
    }

    @Test
    void standsStillWhileTheConditionsOfTheRequestCannotBeAccepted() {
        var refused = life("subscriber/1", true).by(Side.REQUESTED, minutes(10), new RefuseConditions(null, "onward"));
        assertThat(refused.turn())
                .as("within 24 hours")
                .isEqualTo(new Turn(Side.REQUESTING, Turn.Task.SEND_AGAIN, day(1).plus(minutes(10))));
        assertThat(refused.deadline("in-charge-urgent").standsStill()).isTrue();
        assertThat(refused.deadline("answer").standsStill()).isTrue();
        var upheld = refused.by(Side.REQUESTING, 1, new UpholdConditions(null));
        assertThat(upheld.turn()).isEqualTo(new Turn(Side.REQUESTED, Turn.Task.OPEN, null));
        assertThat(upheld.deadline("in-charge-urgent").standsStill()).isTrue();
        var opened = upheld.on(3, new Open(CONDITIONS));
        assertThat(opened.turn().due()).as("the twenty minutes that were left").isEqualTo(day(3).plus(minutes(20)));
        assertThat(opened.deadline("answer").due()).as("two days more").isEqualTo("2026-04-01T05:59:00Z");
    }

    @Test
    void whatIsSaidOfAResultMovesNoPeriod() {
        var given = inCharge("subscriber/1").on(2, FINAL);
        var refused = given.by(Side.REQUESTING, 3, new RefuseConditions(given.last(), "court"));
        assertThat(refused.deadline("answer").met()).isEqualTo(day(2));
        assertThat(refused.turn())
                .as("five working days there, until the office closes")
                .isEqualTo(new Turn(Side.REQUESTED, Turn.Task.GIVE_AGAIN, Instant.parse("2026-03-19T23:00:00Z")));
    }

    @Test
    void standsStillFromANoticeThatLeavesTheDecisionToTheOtherSide() {
        var noticed = inCharge("subscriber/1").on(2, new Decline("bud25.other", Decline.Manner.NOTICE, true));
        assertThat(noticed.deadline("answer").standsStill()).isTrue();
        assertThat(noticed.on(5, new Answer(List.of())).deadline("answer").due())
                .isEqualTo("2026-04-02T05:59:00Z");
    }

    @Test
    void newsDoNotEndAPostponement() {
        var postponed = inCharge("subscriber/1").on(2, new Postpone("untoc18.postpone", LATER));
        assertThat(postponed.deadline("answer").standsStill()).isTrue();
        var news = postponed.on(4, new Progress("waiting", LATER));
        assertThat(news.deadline("answer").standsStill())
                .as("nothing went on: it stands still as before")
                .isTrue();
        assertThat(news.on(10, new Accept(LATER)).deadline("answer").due())
                .as("eight days more, of which the news took none")
                .isEqualTo("2026-04-07T05:59:00Z");
    }

    @Test
    void aPartIsNoAnswer() {
        var part = inCharge("subscriber/1").on(2, PART);
        assertThat(part.deadline("answer").met()).isNull();
        assertThat(part.turn().due()).isEqualTo("2026-03-30T05:59:00Z");
        var refusedInPart = part.on(3, new Decline("bud27.political", Decline.Manner.REFUSAL, false));
        assertThat(refusedInPart.deadline("answer").met()).isNull();
        assertThat(refusedInPart.on(4, FINAL).deadline("answer").met()).isEqualTo(day(4));
        assertThat(part.on(3, new Decline("bud27.political", Decline.Manner.REFUSAL, true))
                        .deadline("answer")
                        .met())
                .isEqualTo(day(3));
    }

    @Test
    void aPartSecuredIsNotAllSecuredButItIsADecision() {
        var secured = life("freezing/1", true)
                .on(0, new Open(CONDITIONS))
                .in(minutes(5), taken("2026-03-20"))
                .in(Duration.ofHours(3), new Execute(false));
        assertThat(secured.deadline("secure").met()).isNull();
        assertThat(secured.in(Duration.ofHours(5), new Execute(true))
                        .deadline("secure")
                        .met())
                .isEqualTo(SENT.plus(Duration.ofHours(5)));
        assertThat(inCharge("content/1").on(2, PART).deadline("decide").met()).isEqualTo(day(2));
    }

    @Test
    void whoeverItIsHandedToHasItsOwnTimeToTakeChargeAndTheSameTimeToAnswer() {
        var handedOn = life("emergency/1", true)
                .on(0, new Open(CONDITIONS))
                .in(minutes(5), taken("2026-03-10"))
                .in(Duration.ofHours(2), new Transfer("cri-other", 1, Transfer.Reason.COMPETENCE));
        assertThat(handedOn.turn().task()).isEqualTo(Turn.Task.OPEN);
        assertThat(handedOn.turn().due()).isEqualTo(SENT.plus(Duration.ofMinutes(150)));
        assertThat(handedOn.deadline("answer").due()).isEqualTo(SENT.plus(Duration.ofHours(8)));
    }

    @Test
    void howItStandsIsToBeSaidInThreeWorkingDaysAndNothingElseMoves() {
        var before = inCharge("subscriber/1");
        var asked = before.on(2, Coded.Plain.ENQUIRE);
        assertThat(asked.turn().task()).isEqualTo(Turn.Task.PROGRESS);
        assertThat(asked.turn().due())
                .as("Wednesday to Monday, when offices close there")
                .isEqualTo("2026-03-16T23:00:00Z");
        assertThat(asked.deadline("answer").due())
                .isEqualTo(before.deadline("answer").due());
        assertThat(asked.standing()).isEqualTo(before.standing());
        var told = asked.on(4, new Progress("searching", LATER));
        assertThat(told.turn().due()).as("the period that ran before").isEqualTo("2026-03-30T05:59:00Z");
        assertThat(told.ids()).as("a question that was answered runs no more").doesNotContain("progress");
    }

    @Test
    void ofWhatIsUrgentItIsToBeSaidWithinADayOfTwentyFourHours() {
        var asked = life("subscriber/1", true)
                .on(0, new Open(CONDITIONS))
                .on(1, taken("2026-12-01"))
                .on(4, Coded.Plain.ENQUIRE);
        assertThat(asked.turn().due()).as("also on a Saturday").isEqualTo(day(5));
    }

    @Test
    void whatIsLateAlreadyStaysLateWhenItIsAskedAbout() {
        var late = inCharge("subscriber/1").on(22, Coded.Plain.ENQUIRE);
        assertThat(late.turn().task()).isEqualTo(Turn.Task.EXECUTE);
        assertThat(late.turn().due()).isEqualTo("2026-03-30T05:59:00Z");
        assertThat(late.ids()).contains("progress");
    }

    @Test
    void whatWasPromisedWhenItWasAskedIsNoAnswer() {
        var added = inCharge("subscriber/1").on(2, Coded.Plain.ENQUIRE).on(3, Coded.Plain.ADD);
        assertThat(added.turn().task()).isEqualTo(Turn.Task.PROGRESS);
        assertThat(added.turn().due()).isEqualTo("2026-03-16T23:00:00Z");
    }

    @Test
    void whatTravelledAsAFileRunsFromTheCallThatBothWroteDown() {
        var called = SENT.minus(Duration.ofHours(3));
        var carried = life("emergency/1", true, UUID.randomUUID())
                .on(0, new Call(called))
                .by(Side.REQUESTED, 0, new Call(called.plusSeconds(60)));
        assertThat(carried.deadline("answer").due())
                .isEqualTo(called.plusSeconds(60).plus(Duration.ofHours(8)));
        assertThat(carried.turn().due()).isEqualTo(called.plusSeconds(60).plus(Duration.ofMinutes(30)));
    }

    private Life inCharge(String form) {
        return life(form, false).on(0, new Open(CONDITIONS)).on(1, taken("2026-12-01"));
    }

    private static TakeInCharge taken(String nextDate) {
        return new TakeInCharge("Duty officer", LocalDate.parse(nextDate));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Instant day(int after) {
        return SENT.plus(Duration.ofDays(after));
    }

    private Life life(String form, boolean urgent) {
        return life(form, urgent, null);
    }

    private Life life(String form, boolean urgent, @Nullable UUID carriedBy) {
        var send = new Send(
                "documents", "budapest", "CRI", "cri-mp-udc", 1, urgent, Send.Status.NEW, null, form, CONDITIONS);
        return new Life(List.of(fact(send, Side.REQUESTING, SENT, carriedBy)));
    }

    private static Fact fact(Coded coded, Side side, Instant at, @Nullable UUID carriedBy) {
        var act = new Act(
                REQUEST,
                UUID.randomUUID(),
                side == Side.REQUESTING ? "pry-mp-uedi" : "cri-mp-udc",
                UUID.randomUUID(),
                List.of(),
                coded,
                coded instanceof Send ? null : Hash.sha256(new byte[] {1}),
                at);
        return new Fact(act, Hash.sha256(act.payload()), at, carriedBy);
    }

    /** A request and what happened to it so far. */
    private final class Life {

        private final List<Fact> facts;

        Life(List<Fact> facts) {
            this.facts = facts;
        }

        Life on(int days, Coded coded) {
            return in(Duration.ofDays(days), coded);
        }

        Life in(Duration after, Coded coded) {
            return and(Kind.of(coded.kind()).isBy(Side.REQUESTING) ? Side.REQUESTING : Side.REQUESTED, after, coded);
        }

        Life by(Side side, int days, Coded coded) {
            return and(side, Duration.ofDays(days), coded);
        }

        Life by(Side side, Duration after, Coded coded) {
            return and(side, after, coded);
        }

        private Life and(Side side, Duration after, Coded coded) {
            var more = new ArrayList<>(facts);
            // After what came before it, also in the same moment.
            more.add(fact(coded, side, SENT.plus(after).plusMillis(after.isZero() ? facts.size() : 0), null));
            return new Life(more);
        }

        UUID last() {
            return facts.getLast().act().act();
        }

        Deadline deadline(String id) {
            return deadlines.begun(request()).stream()
                    .filter(each -> each.rule().id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        List<String> ids() {
            return deadlines.begun(request()).stream()
                    .map(each -> each.rule().id())
                    .toList();
        }

        Standing standing() {
            return request().standing();
        }

        Turn turn() {
            var turn = deadlines.of(request(), facts.getLast().at());
            assertThat(turn).isNotNull();
            return turn;
        }

        private Request request() {
            var requesting = new Request.Party("pry-mp-uedi", new StateCode("PRY"), ZoneId.of("America/Asuncion"));
            var requested = new Request.Party("cri-mp-udc", new StateCode("CRI"), SAN_JOSE);
            return new Request(
                    REQUEST,
                    "PRY-2026-0001",
                    requesting,
                    List.of(requested),
                    facts,
                    Set.of(Kind.values()),
                    Continuation.NONE);
        }
    }
}

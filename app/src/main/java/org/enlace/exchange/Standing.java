package org.enlace.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.enlace.ledger.Act;
import org.enlace.ledger.Answer;
import org.enlace.ledger.Ask;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Decline;
import org.enlace.ledger.Open;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.Send;
import org.enlace.ledger.TakeInCharge;
import org.jspecify.annotations.Nullable;

/**
 * What the acts of a request amount to, and which act may come next. Days in acts are days of the requested authority and last until their end there.
 *
 * @param paused the stage to which a notice goes back when the requesting state wants to go on; null where there is none
 * @param since from when the target of taking in charge runs
 * @param nextDate when the requested authority said it would be heard of next; null before it is in charge
 * @param asked until when an answer is asked for; null when no question is open
 * @param until the last day guaranteed; null before preservation
 */
record Standing(
        Stage stage,
        @Nullable Stage paused,
        Instant since,
        @Nullable LocalDate nextDate,
        @Nullable LocalDate asked,
        @Nullable LocalDate until) {

    /** Budapest Art. 29(7): a floor, not a ceiling. */
    static final int SHORTEST_PRESERVATION_DAYS = 60;

    /** How far clocks may be apart. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    static Standing sent(Instant at) {
        return new Standing(Stage.SENT, null, at, null, null, null);
    }

    Standing after(Fact fact) {
        return switch (fact.act().coded()) {
            case Send send -> throw new IllegalStateException("a request is sent once");
            case TakeInCharge taken -> new Standing(Stage.IN_CHARGE, null, since, taken.nextDate(), asked, until);
            case Preserve preserved -> new Standing(Stage.PRESERVED, null, since, nextDate, asked, preserved.until());
            case Decline decline
            when decline.isNotice() -> new Standing(Stage.NOTICED, stage, since, nextDate, null, until);
            case Decline decline -> new Standing(Stage.DECLINED, null, since, nextDate, null, until);
            case Ask ask -> new Standing(stage, paused, since, nextDate, ask.due(), until);
            case Open open -> new Standing(Stage.OPENED, null, since, nextDate, asked, until);
            case Answer answer -> new Standing(paused == null ? stage : paused, null, fact.at(), nextDate, null, until);
            case Coded.Plain.WITHDRAW -> new Standing(Stage.WITHDRAWN, null, since, nextDate, null, until);
            default -> throw new IllegalStateException("not admitted: " + fact.kind());
        };
    }

    /** Whether an act of this kind may come now; what it says is not looked at. */
    boolean allows(Kind kind) {
        return objection(kind) == null;
    }

    /** @throws org.enlace.Refused if the act may not come now, or what it says cannot be */
    void require(Act next, ZoneId requestedZone, Instant now) {
        var objection = objection(Kind.of(next));
        if (objection != null) {
            throw objection.refused();
        }
        var today = now.atZone(requestedZone).toLocalDate();
        switch (next.coded()) {
            case TakeInCharge taken -> requireNotPast(taken.nextDate(), today, ExchangeRefusal.NEXT_DATE_PASSED);
            case Ask ask -> requireNotPast(ask.due(), today, ExchangeRefusal.DUE_DATE_PASSED);
            case Preserve preserved -> requirePeriod(preserved, requestedZone, now);
            case Decline decline -> Ground.require(decline);
            default -> {}
        }
    }

    /** Whose turn it is; null when nothing is waited for. */
    @Nullable
    Turn turn(Duration targetInCharge, Duration warnBefore, ZoneId requestedZone, boolean extended, Instant now) {
        if (asked != null) {
            return new Turn(Side.REQUESTING, Turn.Task.ANSWER, endOf(asked, requestedZone));
        }
        var inCharge = since.plus(targetInCharge);
        return switch (stage) {
            case SENT -> new Turn(Side.REQUESTED, Turn.Task.OPEN, inCharge);
            case OPENED -> new Turn(Side.REQUESTED, Turn.Task.TAKE_IN_CHARGE, inCharge);
            case IN_CHARGE ->
                new Turn(Side.REQUESTED, Turn.Task.EXECUTE, nextDate == null ? null : endOf(nextDate, requestedZone));
            case NOTICED -> new Turn(Side.REQUESTING, Turn.Task.DECIDE, null);
            case PRESERVED -> extended ? null : followUp(warnBefore, requestedZone, now);
            case DECLINED, WITHDRAWN -> null;
        };
    }

    /** The guarantee has run out. */
    boolean isLapsed(ZoneId requestedZone, Instant now) {
        return stage == Stage.PRESERVED && until != null && !now.isBefore(endOf(until, requestedZone));
    }

    static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private @Nullable ExchangeRefusal objection(Kind kind) {
        if (kind == Kind.SEND) {
            return ExchangeRefusal.ALREADY_SENT;
        }
        if (stage.isEnd()) {
            return stage == Stage.WITHDRAWN ? ExchangeRefusal.WITHDRAWN : ExchangeRefusal.DECLINED;
        }
        return switch (kind) {
            case OPEN -> stage == Stage.SENT ? null : ExchangeRefusal.ALREADY_OPENED;
            case TAKE_IN_CHARGE -> stage == Stage.OPENED ? null : unless(ExchangeRefusal.ALREADY_IN_CHARGE);
            case PRESERVE -> stage == Stage.IN_CHARGE ? null : unless(ExchangeRefusal.NOT_IN_CHARGE);
            case DECLINE ->
                stage == Stage.OPENED || stage == Stage.IN_CHARGE ? null : unless(ExchangeRefusal.ALREADY_PRESERVED);
            case ASK -> asked != null ? ExchangeRefusal.ALREADY_ASKED : pausedOrUnopened();
            case ANSWER -> asked != null || stage == Stage.NOTICED ? null : ExchangeRefusal.NOTHING_ASKED;
            case WITHDRAW -> stage == Stage.SENT || stage == Stage.NOTICED ? null : ExchangeRefusal.OPENED_MEANWHILE;
            default -> ExchangeRefusal.NOT_ADMITTED_HERE;
        };
    }

    private ExchangeRefusal unless(ExchangeRefusal otherwise) {
        var general = pausedOrUnopened();
        if (general != null) {
            return general;
        }
        return stage == Stage.PRESERVED ? ExchangeRefusal.ALREADY_PRESERVED : otherwise;
    }

    private @Nullable ExchangeRefusal pausedOrUnopened() {
        return switch (stage) {
            case SENT -> ExchangeRefusal.NOT_OPENED;
            case NOTICED -> ExchangeRefusal.DECISION_AWAITED;
            default -> null;
        };
    }

    private static void requireNotPast(LocalDate day, LocalDate today, ExchangeRefusal refusal) {
        if (day.isBefore(today)) {
            throw refusal.refused();
        }
    }

    private static void requirePeriod(Preserve preserved, ZoneId zone, Instant now) {
        if (preserved.from().isAfter(now.plus(TOLERANCE))) {
            throw ExchangeRefusal.STARTS_IN_FUTURE.refused();
        }
        var first = preserved.from().atZone(zone).toLocalDate();
        if (ChronoUnit.DAYS.between(first, preserved.until()) < SHORTEST_PRESERVATION_DAYS) {
            throw ExchangeRefusal.TOO_SHORT.refused(
                    first.plusDays(SHORTEST_PRESERVATION_DAYS).toString());
        }
        requireNotPast(preserved.until(), now.atZone(zone).toLocalDate(), ExchangeRefusal.UNTIL_PASSED);
    }

    private @Nullable Turn followUp(Duration warnBefore, ZoneId zone, Instant now) {
        if (until == null) {
            return null;
        }
        var end = endOf(until, zone);
        var warned = !now.isBefore(end.minus(warnBefore)) && now.isBefore(end);
        return warned ? new Turn(Side.REQUESTING, Turn.Task.FOLLOW_UP, end) : null;
    }
}

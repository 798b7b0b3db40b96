package org.enlace.procedure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.enlace.ledger.Accept;
import org.enlace.ledger.Act;
import org.enlace.ledger.Answer;
import org.enlace.ledger.Ask;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.Close;
import org.enlace.ledger.Conditions;
import org.enlace.ledger.Decline;
import org.enlace.ledger.GrantUse;
import org.enlace.ledger.Open;
import org.enlace.ledger.Postpone;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.Progress;
import org.enlace.ledger.Receive;
import org.enlace.ledger.RefuseConditions;
import org.enlace.ledger.Result;
import org.enlace.ledger.Share;
import org.enlace.ledger.TakeInCharge;
import org.enlace.ledger.Transfer;
import org.enlace.ledger.Until;
import org.enlace.ledger.UpholdConditions;

/** Whether what an act says can be, on a request that admits an act of its kind. */
public final class Saying {

    /** Budapest Art. 29(7): a floor, not a ceiling. */
    static final int SHORTEST_PRESERVATION_DAYS = 60;

    /** How far clocks may be apart. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Request request;
    private final Standing standing;
    private final Instant now;
    private final ZoneId zone;

    private Saying(Request request, Instant now) {
        this.request = request;
        this.standing = request.standing();
        this.now = now;
        this.zone = request.requested().zone();
    }

    /** @throws org.enlace.Refused if it cannot */
    static void require(Act next, Request request, Instant now) {
        new Saying(request, now).require(next);
    }

    private void require(Act next) {
        switch (next.coded()) {
            case Open open -> same(open.conditions(), request.sending().conditions());
            case TakeInCharge taken -> next(taken.nextDate());
            case Accept accepted -> next(accepted.nextDate());
            case Postpone postponed -> notPast(postponed.until(), ProcedureRefusal.UNTIL_PASSED);
            case Progress progress -> next(progress.nextDate());
            case Ask ask -> notPast(ask.due(), ProcedureRefusal.DUE_DATE_PASSED);
            case Answer answer -> repairs(answer);
            case Preserve preserved -> period(preserved);
            case Decline decline -> whole(decline);
            case Transfer transfer -> Marking.requireTransfer(request.sending().conditions());
            case Share share -> Shares.require(share, request);
            case Result result -> Marking.require(result.conditions());
            case Receive receive -> accepts(receive);
            case RefuseConditions refused -> Unaccepted.require(refused, request, side(next));
            case UpholdConditions upheld -> Unaccepted.require(upheld, request, side(next));
            case AskUse use -> use(use);
            case GrantUse use -> decides(use);
            case Close close -> closes(close);
            default -> {}
        }
    }

    private Side side(Act next) {
        return next.authority().equals(request.requesting().authority()) ? Side.REQUESTING : Side.REQUESTED;
    }

    private static void same(Conditions accepted, Conditions given) {
        if (!accepted.equals(given)) {
            throw ProcedureRefusal.OTHER_CONDITIONS.refused();
        }
    }

    private void next(Until promised) {
        if (promised.end(zone).isBefore(now.minus(TOLERANCE))) {
            throw ProcedureRefusal.NEXT_DATE_PASSED.refused();
        }
    }

    private void notPast(LocalDate day, ProcedureRefusal refusal) {
        if (day.isBefore(now.atZone(zone).toLocalDate())) {
            throw refusal.refused();
        }
    }

    /** Exactly what was asked for may be repaired: anything else would be another request. */
    private void repairs(Answer answer) {
        var asked = standing.asked();
        if (!new HashSet<>(asked == null ? List.of() : asked.items()).containsAll(answer.items())) {
            throw ProcedureRefusal.OTHER_ITEMS.refused();
        }
    }

    private void period(Preserve preserved) {
        if (preserved.from().isAfter(now.plus(TOLERANCE))) {
            throw ProcedureRefusal.STARTS_IN_FUTURE.refused();
        }
        var first = preserved.from().atZone(zone).toLocalDate();
        if (ChronoUnit.DAYS.between(first, preserved.until()) < SHORTEST_PRESERVATION_DAYS) {
            throw ProcedureRefusal.TOO_SHORT.refused(
                    first.plusDays(SHORTEST_PRESERVATION_DAYS).toString());
        }
        notPast(preserved.until(), ProcedureRefusal.UNTIL_PASSED);
    }

    /** A notice puts the whole request before the other side. What is preserved stays so: only what would be disclosed of it can be withheld. */
    private void whole(Decline decline) {
        if (standing.stage() == Stage.PRESERVED && decline.whole()) {
            throw ProcedureRefusal.ALREADY_PRESERVED.refused();
        }
        if (decline.isNotice() && !decline.whole()) {
            throw ProcedureRefusal.UNKNOWN_GROUND.refused();
        }
    }

    private void accepts(Receive receive) {
        same(receive.conditions(), known(receive.result(), standing.results().waiting()));
    }

    private void use(AskUse use) {
        known(use.result(), standing.results().received());
        notPast(use.due(), ProcedureRefusal.DUE_DATE_PASSED);
    }

    private static Conditions known(UUID result, Map<UUID, Conditions> results) {
        var conditions = results.get(result);
        if (conditions == null) {
            throw ProcedureRefusal.UNKNOWN_RESULT.refused();
        }
        return conditions;
    }

    private void decides(GrantUse decided) {
        var asked = standing.results().asked();
        if (asked == null || !asked.act().equals(decided.asked())) {
            throw ProcedureRefusal.NOTHING_ASKED.refused();
        }
    }

    private void closes(Close close) {
        var claimed = close.outcome() == Close.Outcome.USED || close.outcome() == Close.Outcome.NOT_USED;
        if (claimed && standing.results().received().isEmpty()) {
            throw ProcedureRefusal.NOTHING_RECEIVED.refused();
        }
    }
}

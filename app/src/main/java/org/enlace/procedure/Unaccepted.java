package org.enlace.procedure;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.enlace.ledger.RefuseConditions;
import org.enlace.ledger.UpholdConditions;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that cannot be accepted: of a request that nobody has opened by the side that has it, of a result that waits by the side that asked. Whoever set them
 * decides what follows (Budapest Art. 26(2), 28(3); Palermo Art. 18(5)), and whoever refused may still accept.
 */
public final class Unaccepted {

    private Unaccepted() {}

    /** The results whose conditions the requesting side may refuse now, by the acts that brought them. */
    public static List<UUID> refusable(Request request) {
        return List.copyOf(request.standing().results().undecided());
    }

    /** The results whose conditions were refused, and of which the requested side has said nothing since. */
    public static List<UUID> disputed(Request request) {
        var standing = request.standing();
        return standing.stage().isEnd()
                ? List.of()
                : List.copyOf(standing.results().disputed());
    }

    /** The code of the reason for which the conditions of a result, or without one those of the request, cannot be accepted; null where nobody says so, or it was accepted since. */
    public static @Nullable String reason(Request request, @Nullable UUID result) {
        var standing = request.standing();
        if (result == null
                ? standing.dissent() == null
                : !standing.results().dissents().containsKey(result)) {
            return null;
        }
        String reason = null;
        for (var fact : request.facts()) {
            if (fact.act().coded() instanceof RefuseConditions refused && Objects.equals(refused.result(), result)) {
                reason = refused.reason();
            }
        }
        return reason;
    }

    /** Whether the conditions of the request itself can be refused by whoever has it. */
    public static boolean isRefusable(Request request) {
        var standing = request.standing();
        return standing.stage() == Stage.SENT && standing.dissent() == null;
    }

    /** Whether whoever set them said that they stand, or gave something else instead, and the other side has not accepted them since. */
    public static boolean isUpheld(Request request) {
        var standing = request.standing();
        return standing.stage() == Stage.ANSWERED
                ? standing.results().isRefused() && standing.results().isSettled()
                : standing.dissent() == Dissent.ANSWERED;
    }

    static boolean mayRefuse(Request request, Side by) {
        return by == Side.REQUESTED ? isRefusable(request) : !refusable(request).isEmpty();
    }

    static boolean mayUphold(Request request, Side by) {
        return by == Side.REQUESTED
                ? !disputed(request).isEmpty()
                : request.standing().dissent() == Dissent.OPEN;
    }

    /** @throws org.enlace.Refused when these conditions are not that side's to refuse, or were refused or accepted before */
    static void require(RefuseConditions refused, Request request, Side by) {
        var standing = request.standing();
        var result = refused.result();
        requireSide(by, result == null ? Side.REQUESTED : Side.REQUESTING);
        if (result == null) {
            requireUnopened(standing);
        } else if (!standing.results().waiting().containsKey(result)) {
            throw ProcedureRefusal.UNKNOWN_RESULT.refused();
        }
        if (reason(request, result) != null) {
            throw ProcedureRefusal.CONDITIONS_REFUSED_ALREADY.refused();
        }
    }

    /** @throws org.enlace.Refused when nobody refused them, or a word was said to it before */
    static void require(UpholdConditions upheld, Request request, Side by) {
        var standing = request.standing();
        var result = upheld.result();
        requireSide(by, result == null ? Side.REQUESTING : Side.REQUESTED);
        if (standing.stage().isEnd()) {
            throw Admission.over(standing.stage()).refused();
        }
        var open = result == null
                ? standing.dissent() == Dissent.OPEN
                : standing.results().disputed().contains(result);
        if (!open) {
            throw ProcedureRefusal.NOTHING_REFUSED.refused();
        }
    }

    private static void requireSide(Side by, Side only) {
        if (by != only) {
            throw ProcedureRefusal.NOT_YOUR_ACT.refused();
        }
    }

    /** Whoever opened it accepted them. */
    private static void requireUnopened(Standing standing) {
        if (standing.stage().isEnd()) {
            throw Admission.over(standing.stage()).refused();
        }
        if (standing.stage() != Stage.SENT) {
            throw ProcedureRefusal.ALREADY_OPENED.refused();
        }
    }
}

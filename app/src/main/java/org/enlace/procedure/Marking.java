package org.enlace.procedure;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.Conditions;
import org.enlace.ledger.Conditions.Handling;
import org.enlace.ledger.Conditions.Leave;
import org.enlace.ledger.Conditions.Purpose;
import org.enlace.ledger.Conditions.Tlp;

/** What the conditions under which something was given forbid. */
public final class Marking {

    private static final Set<Tlp> WIDE = Set.of(Tlp.CLEAR, Tlp.GREEN);

    /** For named readers, or for the authority that it was given to. */
    private static final Set<Tlp> NARROW = Set.of(Tlp.RED, Tlp.AMBER_STRICT);

    /** What a police code lets nobody pass on without leave, or limits in words that no program reads. */
    private static final Set<Handling> STRICT = EnumSet.of(Handling.H2, Handling.H3);

    private Marking() {}

    /**
     * Whatever is sent here goes to named authorities. A mark that lets it go to everybody, or to a whole community, contradicts any condition beside it: whoever reads
     * only the mark would break the condition.
     *
     * @throws org.enlace.Refused when it does
     */
    public static void require(Conditions conditions) {
        var handled = conditions.handling() != null && conditions.handling() != Handling.H0;
        var limited = handled
                || conditions.purpose() != Purpose.ANY
                || conditions.onward() != Leave.FREE
                || conditions.court() != Leave.FREE;
        if (WIDE.contains(conditions.tlp()) && limited) {
            throw ProcedureRefusal.MARKING_TOO_WIDE.refused();
        }
    }

    /**
     * Whether a request may be handed to another authority of the requested state: not what is for its named readers or its authority only, nor what may not be passed on at
     * all, or by a police code not without leave. That leave is wanted before it is passed on bars nothing here: whoever is competent takes the place of whoever was asked,
     * under the same conditions, and the requesting side is told at once.
     */
    static boolean letsTransfer(Conditions conditions) {
        return !NARROW.contains(conditions.tlp())
                && conditions.onward() != Leave.NONE
                && !STRICT.contains(conditions.handling());
    }

    /** @throws org.enlace.Refused where it may not */
    static void requireTransfer(Conditions conditions) {
        if (!letsTransfer(conditions)) {
            throw ProcedureRefusal.FORBIDDEN_BY_CONDITIONS.refused();
        }
    }

    /** Whether what was given may go to another authority than the one that it was given to: freely, or because leave for another authority was granted. */
    static boolean letsShare(Conditions given, Set<AskUse.Use> granted) {
        var narrow = NARROW.contains(given.tlp()) || STRICT.contains(given.handling());
        return switch (given.onward()) {
            case FREE -> !narrow || granted.contains(AskUse.Use.OTHER_AUTHORITY);
            case ASK -> granted.contains(AskUse.Use.OTHER_AUTHORITY);
            case NONE -> false;
        };
    }

    /**
     * Whether what was received may go to a third state, by a follow-up on it: as to any other authority.
     *
     * @param received the conditions of the results that were received
     * @param granted for what the other side gave leave
     */
    static boolean letsToThirdState(Collection<Conditions> received, Set<AskUse.Use> granted) {
        return !received.isEmpty() && received.stream().allMatch(each -> letsShare(each, granted));
    }
}

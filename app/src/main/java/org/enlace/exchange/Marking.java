package org.enlace.exchange;

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
final class Marking {

    private static final Set<Tlp> WIDE = Set.of(Tlp.CLEAR, Tlp.GREEN);

    /** What a police code lets nobody pass on without leave, or limits in words that no program reads. */
    private static final Set<Handling> STRICT = EnumSet.of(Handling.H2, Handling.H3);

    private Marking() {}

    /**
     * Whatever is sent here goes to named authorities. A mark that lets it go to everybody, or to a whole community, contradicts any condition beside it: whoever reads
     * only the mark would break the condition.
     */
    static void require(Conditions conditions) {
        var handled = conditions.handling() != null && conditions.handling() != Handling.H0;
        var limited = handled || conditions.purpose() != Purpose.ANY || conditions.onward() != Leave.FREE;
        if (WIDE.contains(conditions.tlp()) && limited) {
            throw ExchangeRefusal.MARKING_TOO_WIDE.refused();
        }
    }

    /** To another authority of the same state: not what is for its named readers only, nor what may not be passed on at all, or by a police code not without leave. */
    static void requireTransfer(Conditions conditions) {
        if (conditions.tlp() == Tlp.RED
                || conditions.onward() == Leave.NONE
                || STRICT.contains(conditions.handling())) {
            throw ExchangeRefusal.FORBIDDEN_BY_CONDITIONS.refused();
        }
    }

    /** Whether what was given may go to another authority of the state that it was given to: freely, or because leave for another authority was granted. */
    static boolean letsShare(Conditions given, Set<AskUse.Use> granted) {
        var strict = STRICT.contains(given.handling());
        return switch (given.onward()) {
            case FREE -> (given.tlp() != Tlp.RED && !strict) || granted.contains(AskUse.Use.OTHER_AUTHORITY);
            case ASK -> granted.contains(AskUse.Use.OTHER_AUTHORITY);
            case NONE -> false;
        };
    }

    /**
     * Whether what was received may go to a third state, by a follow-up on it.
     *
     * @param received the conditions of the results that were received
     * @param granted for what the other side gave leave
     */
    static boolean letsToThirdState(Collection<Conditions> received, Set<AskUse.Use> granted) {
        return !received.isEmpty()
                && received.stream().allMatch(each -> switch (each.onward()) {
                    case FREE -> each.tlp() != Tlp.RED;
                    case ASK -> granted.contains(AskUse.Use.OTHER_AUTHORITY);
                    case NONE -> false;
                });
    }
}

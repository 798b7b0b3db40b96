package org.enlace.offline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.enlace.ledger.Act;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.Conditions;
import org.enlace.ledger.Conditions.Handling;
import org.enlace.ledger.Conditions.Leave;
import org.enlace.ledger.GrantUse;
import org.enlace.ledger.Result;
import org.enlace.ledger.Send;

/**
 * What something stands under that the other side gave: the rules of {@code exchange.md}, "What conditions let out of the page", which browsers hold to as well. Vectors
 * ({@code bars.json}) keep both alike.
 *
 * <p>Threat: an officer who means well passes on what must not be. Whoever can read can copy by hand: this stops mistakes, not intent, and says why.
 *
 * @param granted the uses beyond the conditions that were asked for and allowed
 */
record Under(Conditions conditions, Set<AskUse.Use> granted) {

    /** By the act that brought it, for a reader of that authority. Acts without conditions stand under those of the request; what the reader's own wrote under none. */
    static Map<UUID, Under> which(List<Act> acts, String own) {
        var sent = ((Send) acts.getFirst().coded()).conditions();
        var under = new LinkedHashMap<UUID, Under>();
        for (var act : acts) {
            if (!act.authority().equals(own)) {
                var conditions = act.coded() instanceof Result result ? result.conditions() : sent;
                under.put(act.act(), new Under(conditions, granted(acts, act.act())));
            }
        }
        return under;
    }

    /** Saving a file. For its named readers' eyes only, until another use was allowed. */
    List<Bar> barsKeeping() {
        return conditions.tlp() == Conditions.Tlp.RED && granted.isEmpty() ? List.of(Bar.RED) : List.of();
    }

    /** What is handed over is out of one's hands. What needs leave stays until leave was given. */
    List<Bar> barsHandingOver() {
        var bars = new ArrayList<>(barsKeeping());
        if (conditions.onward() == Leave.NONE && granted.isEmpty()) {
            bars.add(Bar.ONWARD);
        }
        if ((conditions.handling() == Handling.H2 && !mayPassOn())
                || (conditions.handling() == Handling.H3 && granted.isEmpty())) {
            bars.add(Bar.HANDLING);
        }
        if ((conditions.court() == Leave.NONE || conditions.handling() == Handling.H1)
                && !granted.contains(AskUse.Use.COURT)) {
            bars.add(Bar.COURT);
        }
        if (conditions.purpose() == Conditions.Purpose.INFORM && granted.isEmpty()) {
            bars.add(Bar.PURPOSE);
        }
        if (bars.isEmpty() && !isOpenToSomebody()) {
            bars.add(Bar.LEAVE);
        }
        return bars;
    }

    /** A court, or somebody else: where neither may have it without being asked for, nobody is left to hand it to. */
    private boolean isOpenToSomebody() {
        var narrow = conditions.tlp() == Conditions.Tlp.RED || conditions.tlp() == Conditions.Tlp.AMBER_STRICT;
        return conditions.court() == Leave.FREE
                || granted.contains(AskUse.Use.COURT)
                || (conditions.onward() == Leave.FREE && !narrow)
                || mayPassOn();
    }

    private boolean mayPassOn() {
        return granted.contains(AskUse.Use.OTHER_AUTHORITY) || granted.contains(AskUse.Use.DEFENCE);
    }

    private static Set<AskUse.Use> granted(List<Act> acts, UUID result) {
        var granted = EnumSet.noneOf(AskUse.Use.class);
        for (var act : acts) {
            if (act.coded() instanceof GrantUse grant && grant.decision() != GrantUse.Decision.REFUSED) {
                acts.stream()
                        .filter(each -> each.act().equals(grant.asked()))
                        .filter(each -> each.coded() instanceof AskUse)
                        .map(each -> (AskUse) each.coded())
                        .filter(asked -> asked.result().equals(result))
                        .forEach(asked -> granted.add(asked.use()));
            }
        }
        return granted;
    }
}

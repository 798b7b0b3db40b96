package org.enlace.procedure;

import java.util.UUID;
import org.enlace.ledger.Assign;
import org.enlace.ledger.TakeInCharge;
import org.enlace.ledger.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * In whose hands a request is at the requested authority: the officer's who took it in charge, or those of whoever has the function that it was assigned to
 * since. After a transfer it is in nobody's.
 *
 * @param account of the officer who took it in charge; null where a function has it, or nobody
 * @param function under which it was taken in charge, or that it was assigned to; null where nobody has it
 */
public record Hand(@Nullable UUID account, @Nullable String function) {

    private static final Hand NOBODY = new Hand(null, null);

    /** As the last act leaves it that put it into somebody's hands, or took it out of them. */
    public static Hand of(Request request) {
        for (var fact : request.facts().reversed()) {
            switch (fact.act().coded()) {
                case TakeInCharge taken -> {
                    return new Hand(fact.act().account(), taken.function());
                }
                case Assign assigned -> {
                    return new Hand(null, assigned.function());
                }
                case Transfer transferred -> {
                    return NOBODY;
                }
                default -> {}
            }
        }
        return NOBODY;
    }
}

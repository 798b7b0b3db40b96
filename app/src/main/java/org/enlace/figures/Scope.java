package org.enlace.figures;

import org.enlace.StateCode;
import org.enlace.procedure.Side;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are counted.
 *
 * @param state whose own requests; null for those of all states
 * @param side on which the state stands, or null for both
 */
record Scope(
        Period period, @Nullable StateCode state, @Nullable Side side) {

    Disclosure disclosure() {
        return state == null ? Disclosure.AGGREGATE : Disclosure.WHOLE;
    }
}

package org.enlace.treaties;

import org.enlace.Refusal;

enum TreatiesRefusal implements Refusal {
    /** Nothing binds a state to itself. */
    SAME_STATE,
    /** A document about nothing. */
    NO_INSTRUMENT;

    @Override
    public int status() {
        return 400;
    }
}

package org.enlace.states;

import org.enlace.Refusal;

enum StatesRefusal implements Refusal {
    NOT_A_DAY,
    /** Neither a named set nor codes of states we know. */
    UNKNOWN_SET;

    @Override
    public int status() {
        return 400;
    }
}

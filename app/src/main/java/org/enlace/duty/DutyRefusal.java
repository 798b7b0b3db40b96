package org.enlace.duty;

import org.enlace.Refusal;

/** What this room does not do. */
enum DutyRefusal implements Refusal {
    /** With the first and the last year that can be asked for. */
    YEAR_OUT_OF_REACH(422),
    /** Whoever gives the duty cannot take it over. */
    OWN_HAND_OVER(409),
    ALREADY_ACCEPTED(409);

    private final int status;

    DutyRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}

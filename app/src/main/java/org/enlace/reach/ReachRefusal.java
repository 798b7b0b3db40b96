package org.enlace.reach;

import org.enlace.Refusal;

/** What this room does not do. */
enum ReachRefusal implements Refusal {
    /** A point that answers day and night has no quiet hours. */
    ANSWERS_DAY_AND_NIGHT(409);

    private final int status;

    ReachRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}

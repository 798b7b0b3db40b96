package org.enlace.retention;

import org.enlace.Refusal;

enum RetentionRefusal implements Refusal {
    /** Nothing was ticked, or too much at once. */
    CHOOSE_REQUESTS(422),
    /** Something is open about one of them, it is on hold, or its time has not come. */
    MAY_NOT_GO,
    /** What may go is no longer what the officer signed. */
    CHANGED_MEANWHILE,
    /** Whoever proposed it decides on it. */
    SAME_PERSON,
    ALREADY_DECIDED,
    ALREADY_PROPOSED,
    /** The authority keeps nothing of it any more. */
    NOTHING_KEPT,
    UNKNOWN_GROUND(422),
    BAD_PERIOD(422),
    REFERENCE_TOO_LONG(422),
    /** There is no signature, or not this officer's. */
    NOT_SIGNED(422),
    NOT_ADMITTED,
    CLOCK_APART(422);

    private final int status;

    RetentionRefusal() {
        this(409);
    }

    RetentionRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}

package org.enlace.figures;

import java.util.Locale;

/** A point on a request's way. Its period is counted from the sending, in the order given here. */
enum Milestone {
    OPENED,
    IN_CHARGE,
    /** The first word on what becomes of it: accepted, postponed, declined, or done without saying so first. */
    DECIDED,
    /** The first of what was asked for: preserved, executed or a result. */
    OUTCOME;

    /** As columns of tables and of the database are called. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

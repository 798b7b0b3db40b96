package org.enlace.figures;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlace.StateCode;
import org.enlace.ledger.Decline;
import org.jspecify.annotations.Nullable;

/**
 * What one request went through, as far as the host can see it.
 *
 * @param reached how long after the sending
 * @param missing ids of the form's fields that were asked for again, {@link #OTHER} for what is none of them
 * @param ending how its guarantee ended, or null while it runs or where there is none
 */
record Course(
        String form,
        Pair pair,
        Map<Milestone, Duration> reached,
        Set<String> missing,
        List<Ground> declined,
        @Nullable Ending ending) {

    static final String OTHER = "other";

    /** Whether somebody has read it closely enough to ask back or to go on. */
    boolean examined() {
        return reached.containsKey(Milestone.IN_CHARGE) || reached.containsKey(Milestone.DECIDED) || !missing.isEmpty();
    }

    record Pair(StateCode requesting, StateCode requested) {
        @Override
        public String toString() {
            return requesting + "-" + requested;
        }
    }

    /** @param code of the answers' definition, or {@link #OTHER} */
    record Ground(String code, Decline.Manner manner) {}

    /** What became of data that were preserved, once it was decided or too late. */
    enum Ending {
        FOLLOWED,
        LET_LAPSE,
        CLOSED,
        UNDECIDED
    }
}

package org.enlace.treaties;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.enlace.StateCode;

/**
 * How every state in our data stands to an instrument on a day.
 *
 * @param active the states that a count of active members counts on that day
 */
public record Standings(Instrument instrument, LocalDate on, List<Participation> states, Set<StateCode> active) {

    /** Active members that are parties: by a dated act, or seen to be. */
    public long activeParties() {
        return count(Participation::isParty);
    }

    /** Active members that signed and are not known as parties. */
    public long activeSignatories() {
        return count(Participation::isSignatory);
    }

    private long count(Predicate<Participation> which) {
        return states.stream()
                .filter(which)
                .filter(participation -> active.contains(participation.state()))
                .count();
    }
}

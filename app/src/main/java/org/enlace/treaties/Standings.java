package org.enlace.treaties;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.enlace.states.StateSet;

/**
 * How every state in our data stands to an instrument on a day.
 *
 * @param set the states that a count counts
 */
public record Standings(Instrument instrument, LocalDate on, List<Participation> states, StateSet set) {

    /** How many of the set are parties: by a dated act, or seen to be. */
    public long parties() {
        return counted(Participation::isParty).size();
    }

    /** How many of the set signed and are not known as parties. */
    public long signatoriesOnly() {
        return counted(Participation::isSignatory).size();
    }

    /** Those of the set that are not known as parties, by their codes. */
    List<Participation> missing() {
        return counted(one -> !one.isParty());
    }

    /** Parties and signatories of the set, by their codes. */
    List<Participation> taking() {
        return counted(one -> one.isParty() || one.isSignatory());
    }

    private List<Participation> counted(Predicate<Participation> which) {
        return states.stream()
                .filter(participation -> set.contains(participation.state()))
                .filter(which)
                .toList();
    }
}

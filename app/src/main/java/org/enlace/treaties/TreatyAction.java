package org.enlace.treaties;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.enlace.StateCode;
import org.enlace.states.FactDate;

/**
 * What a state did under an instrument, and when.
 *
 * @param number 1 while the state stands under the instrument for the first time, 2 after it left and came back, and so on
 * @param date of a binding act the day of deposit with the depositary; of a denunciation the day it takes effect
 * @param note what another source says, in English; may be empty
 */
public record TreatyAction(
        String instrument, StateCode state, Act act, int number, FactDate date, String source, String note) {

    /** The last signature of the state whose participation it is, if it had signed on that day. */
    static Optional<TreatyAction> signature(List<TreatyAction> actions, Participation participation) {
        return actions.stream()
                .filter(action ->
                        action.instrument().equals(participation.instrument().id()))
                .filter(action -> action.state().equals(participation.state()))
                .filter(action -> action.act() == Act.SIGNATURE)
                .filter(action -> action.date().countsOn(participation.on()))
                .max(Comparator.comparing(action -> action.date().last()));
    }

    /** The kinds of act; the words are {@code act.<NAME>}. */
    public enum Act {
        SIGNATURE,
        RATIFICATION,
        ACCEPTANCE,
        APPROVAL,
        ACCESSION,
        SUCCESSION,
        /** Before the instrument is in force for the state, as Article 25 of the Vienna Convention on the Law of Treaties allows. */
        PROVISIONAL_APPLICATION,
        END_OF_PROVISIONAL_APPLICATION,
        DENUNCIATION;

        /** Whether it expresses the consent to be bound. */
        public boolean binds() {
            return switch (this) {
                case RATIFICATION, ACCEPTANCE, APPROVAL, ACCESSION, SUCCESSION -> true;
                case SIGNATURE, PROVISIONAL_APPLICATION, END_OF_PROVISIONAL_APPLICATION, DENUNCIATION -> false;
            };
        }
    }
}

package org.enlace.treaties;

import org.enlace.StateCode;
import org.enlace.states.FactDate;

/**
 * What a state did under an instrument, and when.
 *
 * @param date of a binding act the day of deposit with the depositary; of a denunciation the day it takes effect
 * @param note what another source says, in English; may be empty
 */
public record TreatyAction(String instrument, StateCode state, Act act, FactDate date, String source, String note) {

    /** The kinds of act; the words are {@code act.<NAME>}. */
    public enum Act {
        SIGNATURE,
        RATIFICATION,
        ACCEPTANCE,
        APPROVAL,
        ACCESSION,
        SUCCESSION,
        DENUNCIATION;

        /** Whether it expresses the consent to be bound. */
        public boolean binds() {
            return this != SIGNATURE && this != DENUNCIATION;
        }
    }
}

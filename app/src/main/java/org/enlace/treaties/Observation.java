package org.enlace.treaties;

import org.enlace.StateCode;
import org.enlace.states.FactDate;

/** A source showed a state in this position on that day. When it began is not known. */
public record Observation(
        String instrument, StateCode state, Position position, FactDate seen, String source, String note) {

    /** What was seen. */
    public enum Position {
        PARTY,
        SIGNATORY,
        NOT_SIGNATORY,
        APPROVED_DOMESTICALLY
    }
}

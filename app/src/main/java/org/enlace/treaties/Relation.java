package org.enlace.treaties;

import java.time.LocalDate;

/** An instrument between two states on one day. */
public record Relation(Instrument instrument, LocalDate on, Participation one, Participation other) {

    /** Whether it is in force for both. */
    public Bound bound() {
        return one.bound().and(other.bound());
    }
}

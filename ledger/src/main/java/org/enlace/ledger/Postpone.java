package org.enlace.ledger;

import java.time.LocalDate;

/**
 * Execution waits.
 *
 * @param ground code of the ground
 * @param until when the requesting side will hear again
 */
public record Postpone(String ground, LocalDate until) implements Coded {
    public Postpone {
        Fields.ground(ground);
        Encodings.day(until);
    }

    static Postpone read(Fields fields) {
        return new Postpone(fields.text("ground"), fields.day("until"));
    }

    @Override
    public String kind() {
        return "postpone";
    }

    @Override
    public Json json() {
        return new Payload().text("ground", ground).day("until", until).json();
    }
}

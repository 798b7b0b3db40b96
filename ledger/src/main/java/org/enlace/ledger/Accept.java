package org.enlace.ledger;

import java.time.LocalDate;

/**
 * The request is complete and will be executed.
 *
 * @param nextDate by when the requesting side will hear again
 */
public record Accept(Until nextDate) implements Coded {
    /** By the end of a day. */
    public Accept(LocalDate nextDate) {
        this(Until.of(nextDate));
    }

    static Accept read(Fields fields) {
        return new Accept(Until.read(fields.text("nextDate")));
    }

    @Override
    public String kind() {
        return "accept";
    }

    @Override
    public Json json() {
        return new Payload().text("nextDate", nextDate.written()).json();
    }
}

package org.enlace.ledger;

import java.time.LocalDate;

/**
 * The request is complete and will be executed.
 *
 * @param nextDate when the requesting side will hear again
 */
public record Accept(LocalDate nextDate) implements Coded {
    public Accept {
        Encodings.day(nextDate);
    }

    static Accept read(Fields fields) {
        return new Accept(fields.day("nextDate"));
    }

    @Override
    public String kind() {
        return "accept";
    }

    @Override
    public Json json() {
        return new Payload().day("nextDate", nextDate).json();
    }
}

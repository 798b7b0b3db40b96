package org.enlace.ledger;

import java.time.LocalDate;

/**
 * An officer answers for the request from now on.
 *
 * @param function the officer's function as the directory has it
 * @param nextDate when the requesting side will hear again
 */
public record TakeInCharge(String function, LocalDate nextDate) implements Coded {
    public TakeInCharge {
        Fields.line(function);
        Encodings.day(nextDate);
    }

    static TakeInCharge read(Fields fields) {
        return new TakeInCharge(fields.text("function"), fields.day("nextDate"));
    }

    @Override
    public String kind() {
        return "take-in-charge";
    }

    @Override
    public Json json() {
        return new Payload()
                .text("function", function)
                .day("nextDate", nextDate)
                .json();
    }
}

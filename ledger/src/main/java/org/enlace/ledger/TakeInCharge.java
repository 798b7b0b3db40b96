package org.enlace.ledger;

import java.time.LocalDate;

/**
 * An officer answers for the request from now on.
 *
 * @param function the officer's function as the directory has it
 * @param nextDate by when the requesting side will hear again
 */
public record TakeInCharge(String function, Until nextDate) implements Coded {
    public TakeInCharge {
        Fields.line(function);
    }

    /** By the end of a day. */
    public TakeInCharge(String function, LocalDate nextDate) {
        this(function, Until.of(nextDate));
    }

    static TakeInCharge read(Fields fields) {
        return new TakeInCharge(fields.text("function"), Until.read(fields.text("nextDate")));
    }

    @Override
    public String kind() {
        return "take-in-charge";
    }

    @Override
    public Json json() {
        return new Payload()
                .text("function", function)
                .text("nextDate", nextDate.written())
                .json();
    }
}

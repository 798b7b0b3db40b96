package org.enlace.ledger;

import java.time.LocalDate;

/**
 * News, or that there are none yet.
 *
 * @param reason code of what it depends on
 * @param nextDate when the requesting side will hear again
 */
public record Progress(String reason, LocalDate nextDate) implements Coded {
    public Progress {
        Fields.code(reason);
        Encodings.day(nextDate);
    }

    static Progress read(Fields fields) {
        return new Progress(fields.text("reason"), fields.day("nextDate"));
    }

    @Override
    public String kind() {
        return "progress";
    }

    @Override
    public Json json() {
        return new Payload().text("reason", reason).day("nextDate", nextDate).json();
    }
}

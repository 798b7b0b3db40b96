package org.enlace.ledger;

import java.time.LocalDate;

/**
 * News, or that there are none yet.
 *
 * @param reason code of what it depends on
 * @param nextDate by when the requesting side will hear again
 */
public record Progress(String reason, Until nextDate) implements Coded {
    public Progress {
        Fields.code(reason);
    }

    /** By the end of a day. */
    public Progress(String reason, LocalDate nextDate) {
        this(reason, Until.of(nextDate));
    }

    static Progress read(Fields fields) {
        return new Progress(fields.text("reason"), Until.read(fields.text("nextDate")));
    }

    @Override
    public String kind() {
        return "progress";
    }

    @Override
    public Json json() {
        return new Payload()
                .text("reason", reason)
                .text("nextDate", nextDate.written())
                .json();
    }
}

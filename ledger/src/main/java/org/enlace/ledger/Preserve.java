package org.enlace.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The data are preserved.
 *
 * @param from when preservation took effect
 * @param until the last day that is guaranteed
 * @param full whether all that was asked is preserved
 */
public record Preserve(Instant from, LocalDate until, boolean full) implements Coded {
    public Preserve {
        Encodings.time(from);
        Encodings.day(until);
    }

    static Preserve read(Fields fields) {
        return new Preserve(fields.time("from"), fields.day("until"), fields.either("extent", "full", "part"));
    }

    @Override
    public String kind() {
        return "preserve";
    }

    @Override
    public Json json() {
        return new Payload()
                .time("from", from)
                .day("until", until)
                .text("extent", full ? "full" : "part")
                .json();
    }
}

package org.enlace.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far an entry can be relied on, on one day.
 *
 * @param confirmation the latest that stands for the entry as it is, or null
 * @param report what was said against it and is not settled, or null
 */
public record Freshness(
        LocalDate on,
        @Nullable Confirmation confirmation,
        @Nullable Report report) {

    /** What a public source says and nobody has confirmed. */
    static final Freshness NONE = new Freshness(LocalDate.MIN, null, null);

    public Mark mark() {
        if (report != null) {
            return Mark.REPORTED;
        }
        if (confirmation == null) {
            return Mark.UNCONFIRMED;
        }
        return confirmation.expires().isBefore(on) ? Mark.EXPIRED : Mark.FRESH;
    }

    public boolean isFresh() {
        return mark() == Mark.FRESH;
    }

    /** The words are {@code fresh.<NAME>}; the tag gives each its own shape. */
    public enum Mark {
        FRESH("done"),
        REPORTED("late"),
        EXPIRED("soon"),
        UNCONFIRMED("unconfirmed");

        private final String tag;

        Mark(String tag) {
            this.tag = tag;
        }

        String tag() {
            return tag;
        }
    }
}

package org.enlace.directory;

import java.time.LocalDate;
import java.util.Locale;
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

    /** The day on which somebody entitled last said that it is right as it stands, or null. */
    public @Nullable LocalDate confirmedOn() {
        return confirmation == null ? null : Everywhere.day(confirmation.at());
    }

    /** The last day for which that word was given, or null. */
    public @Nullable LocalDate goodUntil() {
        return confirmation == null ? null : confirmation.expires();
    }

    /** How it was said, and never by whom: {@code coordinator}, {@code authority}, {@code note-verbale}, {@code mailbox}; or null. */
    public @Nullable String confirmedHow() {
        return confirmation == null
                ? null
                : confirmation.way().name().toLowerCase(Locale.ROOT).replace('_', '-');
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

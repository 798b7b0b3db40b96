package org.enlace.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.enlace.forms.ClockRule;
import org.jspecify.annotations.Nullable;

/**
 * A period of the profile, laid over what has happened.
 *
 * @param from when it began
 * @param due the last moment; null while it stands still
 * @param met when the act came that ends it; null before
 * @param pauses during which it stood still, in order
 */
public record Deadline(
        ClockRule rule,
        Instant from,
        @Nullable Instant due,
        @Nullable Instant met,
        List<Pause> pauses) {

    /** @param until null while it still stands */
    public record Pause(Why why, Instant from, @Nullable Instant until) {}

    /** Why a period stands still. */
    public enum Why {
        /** The requested side asked, or gave notice, and waits for the answer. */
        ASKED,
        POSTPONED,
        /** The requested side cannot accept the conditions. */
        CONDITIONS;

        /** The word in the keys of words. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isRunning() {
        return met == null;
    }

    public boolean standsStill() {
        return met == null && due == null;
    }
}

package org.enlace.exchange;

import java.time.Instant;
import org.enlace.forms.ClockRule;
import org.jspecify.annotations.Nullable;

/**
 * A period of the profile, laid over what has happened.
 *
 * @param from when it began
 * @param due the last moment; null while it stands still
 * @param met when the act came that ends it; null before
 */
public record Deadline(
        ClockRule rule,
        Instant from,
        @Nullable Instant due,
        @Nullable Instant met) {

    boolean isRunning() {
        return met == null;
    }

    public boolean standsStill() {
        return met == null && due == null;
    }
}

package org.enlace.clocks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a period stands still.
 *
 * @param until when it went on, exclusive; null while it still stands
 */
public record Stop(Instant from, @Nullable Instant until) {

    public Stop {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a stop ends before it begins");
        }
    }

    boolean covers(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }

    Duration length() {
        return until == null ? Duration.ZERO : Duration.between(from, until);
    }
}

package org.enlace.states;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From when until when something held. Both ends count from their last day; the end itself is no longer part of it.
 *
 * @param since the beginning, or null when no source gives it
 * @param until the end, or null while it lasts
 */
public record Span(@Nullable FactDate since, @Nullable FactDate until) {

    public Span {
        if (since != null && until != null && until.last().isBefore(since.last())) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }

    /** Whether it had certainly begun and not ended on this day. A span without a beginning covers every day before its end. */
    public boolean covers(LocalDate on) {
        return (since == null || since.countsOn(on)) && (until == null || !until.countsOn(on));
    }
}

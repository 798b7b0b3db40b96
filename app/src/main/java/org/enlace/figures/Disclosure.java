package org.enlace.figures;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much of a number is told. In aggregate, a number under five is not told, and every other one, totals too, is rounded to the nearest multiple of five: a hidden
 * number cannot be found by taking the others from their total, nor by taking one period from another.
 */
enum Disclosure {
    /** To a state about itself. */
    WHOLE,
    /** Across states. */
    AGGREGATE;

    static final long LEAST = 5;

    private static final long STEP = 5;

    /** The number as it may be told; empty when it may not. */
    OptionalLong count(long number) {
        if (this == WHOLE) {
            return OptionalLong.of(number);
        }
        return number < LEAST ? OptionalLong.empty() : OptionalLong.of((number + STEP / 2) / STEP * STEP);
    }

    /** Whether a group of so many has a line of its own. */
    boolean lists(long number) {
        return this == WHOLE ? number > 0 : number >= LEAST;
    }

    Optional<Spread> spread(Spread spread) {
        return lists(spread.size()) ? Optional.of(spread) : Optional.empty();
    }

    /** A part in whole percent. Told only when neither the part nor the rest is small. */
    OptionalLong percent(long part, long whole) {
        return lists(whole) && (this == WHOLE || (part >= LEAST && whole - part >= LEAST))
                ? OptionalLong.of(Math.round(100.0 * part / whole))
                : OptionalLong.empty();
    }
}

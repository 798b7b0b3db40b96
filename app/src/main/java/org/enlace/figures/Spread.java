package org.enlace.figures;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long something took.
 *
 * @param size how many periods it is about; with none, the others are zero
 * @param median half took no longer
 * @param most nine in ten took no longer (the 90th percentile)
 */
record Spread(long size, Duration median, Duration most) {

    private static final double NINE_IN_TEN = 0.9;

    static Spread of(Stream<Duration> periods) {
        var sorted = periods.sorted().toList();
        return new Spread(sorted.size(), at(sorted, 0.5), at(sorted, NINE_IN_TEN));
    }

    /** Between two periods it is as far from the one to the other as the share is; as {@code percentile_cont} counts. */
    private static Duration at(List<Duration> sorted, double share) {
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        var place = share * (sorted.size() - 1);
        var below = sorted.get((int) Math.floor(place)).toMillis();
        var above = sorted.get((int) Math.ceil(place)).toMillis();
        return Duration.ofMillis(Math.round(below + (above - below) * (place - Math.floor(place))));
    }
}

package org.enlace.figures;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whole months, in UTC: with days, two periods that differ by one would tell what happened on it.
 *
 * @param from the first month
 * @param to the last month, not before the first
 */
record Period(YearMonth from, YearMonth to) {

    private static final int USUAL = 12;
    private static final int OFFERED = 36;

    /** As asked for in the address ({@code 2026-03}); what is no month is the last twelve. */
    static Period asked(@Nullable String from, @Nullable String to, Clock clock) {
        var last = read(to, now(clock));
        var first = read(from, last.minusMonths(USUAL - 1));
        return first.isAfter(last) ? new Period(last, first) : new Period(first, last);
    }

    OffsetDateTime begins() {
        return from.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** The first moment after it. */
    OffsetDateTime ends() {
        return to.plusMonths(1).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** Months to choose from, newest first, with one more that is chosen. */
    static List<YearMonth> months(YearMonth chosen, Clock clock) {
        var newest = now(clock);
        return IntStream.concat(IntStream.range(0, OFFERED), IntStream.of((int)
                        chosen.until(newest, java.time.temporal.ChronoUnit.MONTHS)))
                .distinct()
                .sorted()
                .mapToObj(newest::minusMonths)
                .toList();
    }

    private static YearMonth now(Clock clock) {
        return YearMonth.now(clock.withZone(ZoneOffset.UTC));
    }

    private static YearMonth read(@Nullable String typed, YearMonth otherwise) {
        try {
            var month = typed == null ? otherwise : YearMonth.parse(typed);
            return month.getYear() >= 2000 && month.getYear() < 2200 ? month : otherwise;
        } catch (DateTimeException noMonth) {
            return otherwise;
        }
    }
}

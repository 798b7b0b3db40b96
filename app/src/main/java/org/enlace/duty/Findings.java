package org.enlace.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What whoever keeps a rota should look at, for the weeks ahead.
 *
 * @param gaps in which nobody is on duty; none for an authority that is not said to answer day and night
 * @param overlaps in which two are on duty, which may well be meant
 * @param holidays in these weeks, and what the rota says of them
 */
record Findings(List<Gap> gaps, List<Overlap> overlaps, List<OnHoliday> holidays) {

    static final Duration AHEAD = Duration.ofDays(28);

    static Findings of(Rota rota, boolean alwaysOpen, Instant now, Function<LocalDate, List<Holiday>> holidays) {
        var end = now.plus(AHEAD);
        var watches = rota.between(now, end);
        return new Findings(
                alwaysOpen && rota.isKept() ? gaps(watches, now, end) : List.of(),
                overlaps(watches),
                rota.isKept() ? holidays(rota, now, end, holidays) : List.of());
    }

    boolean areThere() {
        return !gaps.isEmpty() || !overlaps.isEmpty() || !holidays.isEmpty();
    }

    /** What was not there before. */
    Findings beyond(Findings before) {
        return new Findings(
                gaps.stream().filter(gap -> !before.gaps.contains(gap)).toList(),
                overlaps.stream()
                        .filter(overlap -> !before.overlaps.contains(overlap))
                        .toList(),
                holidays.stream().filter(day -> !before.holidays.contains(day)).toList());
    }

    private static List<Gap> gaps(List<Watch> watches, Instant begin, Instant end) {
        var gaps = new ArrayList<Gap>();
        var covered = begin;
        for (var watch : watches) {
            if (covered.isBefore(watch.from())) {
                gaps.add(new Gap(covered, watch.from()));
            }
            covered = covered.isAfter(watch.until()) ? covered : watch.until();
        }
        if (covered.isBefore(end)) {
            gaps.add(new Gap(covered, end));
        }
        return List.copyOf(gaps);
    }

    private static List<Overlap> overlaps(List<Watch> watches) {
        var overlaps = new ArrayList<Overlap>();
        for (var one = 0; one < watches.size(); one++) {
            for (var other = one + 1; other < watches.size(); other++) {
                var first = watches.get(one);
                var second = watches.get(other);
                if (first.meets(second.from(), second.until())) {
                    var both = second.within(first.from(), first.until());
                    overlaps.add(new Overlap(both.from(), both.until()));
                }
            }
        }
        return overlaps.stream().distinct().toList();
    }

    private static List<OnHoliday> holidays(
            Rota rota, Instant begin, Instant end, Function<LocalDate, List<Holiday>> known) {
        var last = end.atZone(rota.zone()).toLocalDate();
        return known.apply(begin.atZone(rota.zone()).toLocalDate()).stream()
                .filter(holiday -> !holiday.day().isAfter(last))
                .map(holiday -> onHoliday(rota, holiday))
                .toList();
    }

    private static OnHoliday onHoliday(Rota rota, Holiday holiday) {
        var begin = rota.moment(holiday.day().atStartOfDay());
        var end = rota.moment(holiday.day().plusDays(1).atStartOfDay());
        var watches = rota.between(begin, end);
        var cover = watches.isEmpty()
                ? Cover.NOBODY
                : watches.stream().anyMatch(watch -> watch.shift().isWeekly()) ? Cover.WEEKLY : Cover.ONCE;
        return new OnHoliday(holiday, cover);
    }

    record Gap(Instant from, Instant until) {}

    record Overlap(Instant from, Instant until) {}

    record OnHoliday(Holiday holiday, Cover cover) {}

    /** Who is on duty on a holiday; the words are {@code cover.<NAME>}. */
    enum Cover {
        NOBODY,
        /** The weekly shifts, which were perhaps not written with the holiday in mind. */
        WEEKLY,
        ONCE
    }
}

package org.enlace.duty;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of duty as an authority wrote it into its rota, in the time of its own clocks.
 *
 * @param version counts from 1; zero for a shift that is not there yet
 * @param days on which a weekly shift begins; empty for one that is once
 * @param from the first day of a weekly shift and the time at which it begins each time; or when the one-time shift begins
 * @param untilDay the last day on which a weekly shift begins, or null when no end is foreseen; the day on which a one-time shift ends
 * @param untilTime when it ends; for a weekly shift on the next day, unless it is later than the beginning
 * @param languages BCP 47 tags
 * @param edit who wrote this version
 */
record Shift(
        UUID id,
        int version,
        String authority,
        Rhythm rhythm,
        Set<DayOfWeek> days,
        LocalDateTime from,
        @Nullable LocalDate untilDay,
        LocalTime untilTime,
        Who who,
        List<String> languages,
        Edit edit) {

    /** How often; the words are {@code rhythm.<NAME>}. */
    enum Rhythm {
        WEEKLY,
        /** Takes the place of the weekly shifts for its time. */
        ONCE
    }

    /**
     * Who answers: an officer, a function, only a telephone line; or nobody, which takes a weekly shift out once.
     *
     * @param function as the directory shows it; that of the account is its own
     * @param telephone the duty line; may be empty
     */
    record Who(@Nullable UUID account, String function, String telephone, boolean nobody) {}

    record Edit(UUID by, String byName, Instant at) {}

    boolean isWeekly() {
        return rhythm == Rhythm.WEEKLY;
    }

    /** Beginnings and ends that touch the days from one to the other, both included. */
    Stream<Stretch> between(LocalDate first, LocalDate last) {
        if (untilDay != null && !isWeekly()) {
            return Stream.of(new Stretch(from, untilDay.atTime(untilTime)));
        }
        // A weekly shift lasts a day at most, so that of the day before may still go on.
        var begin = first.minusDays(1).isAfter(from.toLocalDate()) ? first.minusDays(1) : from.toLocalDate();
        var end = untilDay == null || untilDay.isAfter(last) ? last : untilDay;
        return begin.isAfter(end)
                ? Stream.empty()
                : begin.datesUntil(end.plusDays(1))
                        .filter(day -> days.contains(day.getDayOfWeek()))
                        .map(this::on);
    }

    private Stretch on(LocalDate day) {
        var ends = untilTime.isAfter(from.toLocalTime()) ? day : day.plusDays(1);
        return new Stretch(day.atTime(from.toLocalTime()), ends.atTime(untilTime));
    }

    /** From when until when, on the authority's clocks. */
    record Stretch(LocalDateTime from, LocalDateTime until) {}
}

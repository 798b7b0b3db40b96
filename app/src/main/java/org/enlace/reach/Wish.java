package org.enlace.reach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** When letters that can wait should come, on the clocks of whoever gets them. */
sealed interface Wish {

    /** When a letter queued at a moment goes out: that moment, or a later one. */
    Instant due(Instant queued, ZoneId zone);

    Manner manner();

    /** What can be chosen; the words are {@code manner.<code>}. */
    enum Manner {
        AT_ONCE,
        NOT_AT_NIGHT,
        ONCE_A_DAY;

        /** The word in the database and in the form. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Manner of(String code) {
            return Arrays.stream(values())
                    .filter(manner -> manner.code().equals(code))
                    .findFirst()
                    .orElse(AT_ONCE);
        }
    }

    record AtOnce() implements Wish {

        @Override
        public Instant due(Instant queued, ZoneId zone) {
            return queued;
        }

        @Override
        public Manner manner() {
            return Manner.AT_ONCE;
        }
    }

    /**
     * Quiet hours; past midnight where they end earlier than they begin.
     *
     * <p>The time of a clock means one moment: in the hour that comes twice when clocks go back, the first; an hour that is left out when they go forward is taken as
     * later by as much. So a night is an hour shorter or longer, as it is for whoever sleeps through it.
     */
    record NotAtNight(LocalTime from, LocalTime until) implements Wish {

        @Override
        public Instant due(Instant queued, ZoneId zone) {
            var day = queued.atZone(zone).toLocalDate();
            return Stream.of(day.minusDays(1), day)
                    .filter(evening -> !queued.isBefore(at(evening, from, zone)))
                    .map(evening -> at(until.isAfter(from) ? evening : evening.plusDays(1), until, zone))
                    .filter(queued::isBefore)
                    .findFirst()
                    .orElse(queued);
        }

        @Override
        public Manner manner() {
            return Manner.NOT_AT_NIGHT;
        }
    }

    /** All that can wait in one letter, at this hour. */
    record OnceADay(LocalTime hour) implements Wish {

        @Override
        public Instant due(Instant queued, ZoneId zone) {
            var day = queued.atZone(zone).toLocalDate();
            var today = at(day, hour, zone);
            return today.isBefore(queued) ? at(day.plusDays(1), hour, zone) : today;
        }

        @Override
        public Manner manner() {
            return Manner.ONCE_A_DAY;
        }
    }

    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}

package org.enlace.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.enlace.StateCode;
import org.enlace.duty.WorkingDays;
import org.enlace.forms.ClockRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays a period over the days of the place where the duty lies. */
@Component
public class Periods {

    /** When a calendar day ends: a minute that belongs to it in everybody's reading. */
    static final LocalTime END_OF_DAY = LocalTime.of(23, 59);
    /** When offices close whose hours nobody knows. */
    public static final LocalTime END_OF_WORK = LocalTime.of(17, 0);

    /** Nobody's period is longer; a guard against a definition that would count for ever. */
    private static final int LONGEST_DAYS = 3_660;

    private final WorkingDays workingDays;

    Periods(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /**
     * Where the duty lies.
     *
     * @param zone of the authority, in which its days begin and end
     * @param authority whose own days count over those of the state, or null
     * @param alwaysOpen whether it is on duty day and night: it has no working days, every day is one
     * @param closes when its working day ends
     */
    public record Place(
            StateCode state, @Nullable String authority, ZoneId zone, boolean alwaysOpen, LocalTime closes) {

        /** An office whose hours nobody knows. */
        public Place(StateCode state, ZoneId zone) {
            this(state, null, zone, false, END_OF_WORK);
        }
    }

    /**
     * The last moment of a period, or nothing while it stands still.
     *
     * <p>Hours run day and night, and so do days that run {@code always}: a day is 24 hours then. Of other days the first counted is the one after the period began, and a day counts if the period does not stand still at its end: so a
     * question that is answered the same day costs nobody a day. Working days leave out weekends and the holidays of the state, as far as they are known, unless the authority had said otherwise of a day before the period began; where somebody is always on duty they are calendar days.
     *
     * @param from when it began
     * @param stops in any order; those that overlap count once
     */
    public @Nullable Instant due(ClockRule rule, Instant from, List<Stop> stops, Place place) {
        if (stops.stream().anyMatch(stop -> stop.until() == null)) {
            return null;
        }
        var amount = rule.amount();
        if (amount instanceof Period period && rule.days() != ClockRule.Days.ALWAYS) {
            var working = rule.days() == ClockRule.Days.WORKING && !place.alwaysOpen();
            return end(working, from, days(period), stops, place);
        }
        return later(from, amount instanceof Period period ? Duration.ofDays(days(period)) : (Duration) amount, stops);
    }

    /** The moment at which this share of the period is over, between 0 and 1; for warnings, so stops are not taken out again. */
    public static Instant share(Instant from, Instant due, double share) {
        return from.plusMillis(Math.round(Duration.between(from, due).toMillis() * share));
    }

    /** Months are of different lengths: no period of ours is written in them. */
    private static int days(Period period) {
        if (period.getMonths() != 0 || period.getYears() != 0) {
            throw new IllegalArgumentException("a period that is not written in days: " + period);
        }
        return period.getDays();
    }

    private static Instant later(Instant from, Duration hours, List<Stop> stops) {
        var due = from.plus(hours);
        for (var stop : apart(from, stops)) {
            if (stop.from().isBefore(due)) {
                due = due.plus(stop.length());
            }
        }
        return due;
    }

    /** The stops in order, cut to what lies after the beginning and does not overlap. */
    private static List<Stop> apart(Instant from, List<Stop> stops) {
        var apart = new ArrayList<Stop>();
        var reached = from;
        for (var stop : stops.stream().sorted(Comparator.comparing(Stop::from)).toList()) {
            var until = Objects.requireNonNull(stop.until());
            var begins = stop.from().isBefore(reached) ? reached : stop.from();
            if (until.isAfter(begins)) {
                apart.add(new Stop(begins, until));
                reached = until;
            }
        }
        return apart;
    }

    private Instant end(boolean working, Instant from, int count, List<Stop> stops, Place place) {
        var day = from.atZone(place.zone()).toLocalDate();
        var ends = working ? place.closes() : END_OF_DAY;
        var calendar = place.authority() == null
                ? workingDays.of(place.state())
                : workingDays.of(place.state(), place.authority(), from);
        var left = count;
        for (var passed = 0; left > 0; passed++) {
            if (passed > LONGEST_DAYS) {
                throw new IllegalStateException("a period of " + count + " days never ends");
            }
            day = day.plusDays(1);
            var end = at(day, ends, place.zone());
            var counts = stops.stream().noneMatch(stop -> stop.covers(end)) && (!working || calendar.works(day));
            left -= counts ? 1 : 0;
        }
        return at(day, ends, place.zone());
    }

    /** In an hour that is left out when clocks change, the next moment there is; of an hour that comes twice the second: the day has not ended before. */
    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}

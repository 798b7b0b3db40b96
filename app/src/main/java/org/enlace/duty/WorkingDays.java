package org.enlace.duty;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import org.enlace.StateCode;
import org.springframework.stereotype.Component;

/**
 * On which days the offices of a state work: Monday to Friday without its public holidays.
 *
 * <p>Days are days where the duty lies, without a time: whoever has an instant first asks {@code instant.atZone(authority.zone()).toLocalDate()}, and what is due
 * "on" a day is due at its end there. An authority on duty day and night (Convention on Cybercrime, Article 35) has no working days; its clocks must not ask here.
 *
 * <p>Holidays that the state has not confirmed come from a library and may be wrong; {@link #basis} says how well an answer is founded, and an answer on which
 * something hangs should show it. Where nothing is known of a state or year, only weekends are days off. Nothing here throws for a state or day that is not known.
 */
@Component
public class WorkingDays {

    private static final int LONGEST = 400;

    private final Holidays holidays;

    WorkingDays(Holidays holidays) {
        this.holidays = holidays;
    }

    /** Whether the offices of the state work on that day. */
    public boolean isWorkingDay(StateCode state, LocalDate day) {
        return new Calendar(state).works(day);
    }

    /**
     * The nth working day after a day; that day itself is never counted, whether it is worked or not.
     *
     * @param count how many, from 1 to 400
     * @throws IllegalArgumentException for any other count
     */
    public LocalDate after(StateCode state, LocalDate day, int count) {
        if (count < 1 || count > LONGEST) {
            throw new IllegalArgumentException("working days are counted from 1 to " + LONGEST + ", not " + count);
        }
        var calendar = new Calendar(state);
        var at = day;
        for (var left = count; left > 0; ) {
            at = at.plusDays(1);
            left -= calendar.works(at) ? 1 : 0;
        }
        return at;
    }

    /** How far the holidays of that day's year can be relied on. */
    public Basis basis(StateCode state, LocalDate day) {
        var year = holidays.of(state, day.getYear());
        if (year.isConfirmed()) {
            return Basis.CONFIRMED;
        }
        return year.isKnown() ? Basis.UNCONFIRMED : Basis.NOT_KNOWN;
    }

    /** What an answer rests on. */
    public enum Basis {
        /** The state said that these are its holidays of the year. */
        CONFIRMED,
        /** A library, with what the state corrected so far. */
        UNCONFIRMED,
        /** Weekends only: nothing is known of the holidays. */
        NOT_KNOWN
    }

    /** The years of one state, each read once. */
    private final class Calendar {

        private final StateCode state;
        private final HashMap<Integer, HolidayYear> years = new HashMap<>();

        Calendar(StateCode state) {
            this.state = state;
        }

        boolean works(LocalDate day) {
            return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                    && years.computeIfAbsent(day.getYear(), year -> holidays.of(state, year))
                            .off(day)
                            .isEmpty();
        }
    }
}

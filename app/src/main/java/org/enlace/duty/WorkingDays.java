package org.enlace.duty;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * On which days the offices of a state work: Monday to Friday without its public holidays; and on which one authority does, which may have said otherwise of
 * single days.
 *
 * <p>Days are days where the duty lies, without a time: whoever has an instant first asks {@code instant.atZone(authority.zone()).toLocalDate()}, and what is due
 * "on" a day is due at its end there. An authority on duty day and night (Convention on Cybercrime, Article 35) has no working days; its clocks must not ask here.
 *
 * <p>Holidays that the state has not confirmed come from a library and may be wrong; the state's page of holidays says which. Where nothing is known of a state or
 * year, only weekends are days off. Nothing here throws for a state, authority or day that is not known.
 */
@Component
public class WorkingDays {

    private final Holidays holidays;
    private final OfficeDays officeDays;

    WorkingDays(Holidays holidays, OfficeDays officeDays) {
        this.holidays = holidays;
        this.officeDays = officeDays;
    }

    /** The calendar of a state's offices. */
    public Calendar of(StateCode state) {
        return new Calendar(state, null, Instant.EPOCH);
    }

    /**
     * The calendar of one authority of a state.
     *
     * @param by what the authority said of its own days later does not count: nobody moves a period that already runs
     */
    public Calendar of(StateCode state, String authority, Instant by) {
        return new Calendar(state, authority, by);
    }

    /** Reads each year once; to be asked for many days at one time, and not to be kept. */
    public final class Calendar {

        private final StateCode state;
        private final @Nullable String authority;
        private final Instant by;
        private final Map<Integer, HolidayYear> years = new HashMap<>();
        private final Map<Integer, Map<LocalDate, OfficeDay>> own = new HashMap<>();

        private Calendar(StateCode state, @Nullable String authority, Instant by) {
            this.state = state;
            this.authority = authority;
            this.by = by;
        }

        public boolean works(LocalDate day) {
            return own(day).map(said -> said.word() == OfficeDay.Word.OPEN)
                    .orElseGet(() -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                            && years.computeIfAbsent(day.getYear(), year -> holidays.of(state, year))
                                    .off(day)
                                    .isEmpty());
        }

        private Optional<OfficeDay> own(LocalDate day) {
            return authority == null
                    ? Optional.empty()
                    : Optional.ofNullable(own.computeIfAbsent(day.getYear(), year -> officeDays.of(authority, year, by))
                            .get(day));
        }
    }
}

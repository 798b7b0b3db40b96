package org.enlace.duty;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.enlace.StateCode;
import org.enlace.states.States;
import org.springframework.stereotype.Component;

/**
 * Public holidays of whole states as the library Jollyday computes them. A place to begin: it was late with small states before, takes some observances for days
 * off, and knows nothing of a decree of last week.
 */
@Component
class LibraryHolidays {

    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2100;

    private final States states;

    LibraryHolidays(States states) {
        this.states = states;
    }

    /** By day, in order; empty where the library knows nothing of the state or the year is out of its reach. */
    Map<LocalDate, Holiday> of(StateCode code, int year) {
        var days = new TreeMap<LocalDate, Holiday>();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return days;
        }
        states.find(code).stream()
                .flatMap(state ->
                        HolidayManager.getInstance(ManagerParameters.create(state.iso2()))
                                .getHolidays(Year.of(year))
                                .stream())
                .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
                .sorted(Comparator.comparing(de.focus_shift.jollyday.core.Holiday::getPropertiesKey))
                .forEach(holiday -> days.putIfAbsent(
                        holiday.getDate(),
                        new Holiday(holiday.getDate(), Holiday.Name.ofLibrary(holiday.getPropertiesKey()), null)));
        return days;
    }
}

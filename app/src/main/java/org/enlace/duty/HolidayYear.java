package org.enlace.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of one state in one year.
 *
 * @param days those that are, and those that a library has or had and the state works
 * @param confirmation who said for the state that they are right, or null
 */
record HolidayYear(
        StateCode state,
        int year,
        SortedMap<LocalDate, Holiday> days,
        @Nullable Confirmation confirmation) {

    /** Whether anything at all is known. A year without a single holiday is a year we know nothing of. */
    boolean isKnown() {
        return confirmation != null || !days.isEmpty();
    }

    boolean isConfirmed() {
        return confirmation != null;
    }

    Optional<Holiday> off(LocalDate day) {
        return Optional.ofNullable(days.get(day)).filter(Holiday::isOff);
    }

    List<Holiday> off() {
        return days.values().stream().filter(Holiday::isOff).toList();
    }

    List<Holiday> worked() {
        return days.values().stream().filter(holiday -> !holiday.isOff()).toList();
    }

    /** Holidays that only a library knows. */
    boolean restsOnLibrary() {
        return days.values().stream().anyMatch(Holiday::isOfLibrary);
    }

    record Confirmation(String byName, Instant at) {}
}

package org.enlace.states;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;

/** The day a page or a program asks about: {@code ?on=YYYY-MM-DD}, else today where the viewer is. */
public final class Day {

    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2200;

    private Day() {}

    /** @throws org.enlace.Refused {@link StatesRefusal#NOT_A_DAY} with what was typed */
    public static LocalDate asked(@Nullable String typed, Viewer viewer, Clock clock) {
        return typed == null || typed.isBlank() ? today(viewer, clock) : read(typed.strip());
    }

    public static LocalDate today(Viewer viewer, Clock clock) {
        return LocalDate.now(clock.withZone(viewer.zone()));
    }

    private static LocalDate read(String typed) {
        try {
            var day = LocalDate.parse(typed);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // Said below, like a day out of range.
        }
        throw StatesRefusal.NOT_A_DAY.refused(typed.length() > 40 ? typed.substring(0, 40) : typed);
    }
}

package org.enlace.retention;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.enlace.ui.Words;

/** For how long something is kept after anything last happened. */
record Period(int amount, Unit unit) {

    static final int LONGEST = 36_500;

    enum Unit {
        DAYS(ChronoUnit.DAYS),
        YEARS(ChronoUnit.YEARS);

        private final ChronoUnit time;

        Unit(ChronoUnit time) {
            this.time = time;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Unit> of(String code) {
            return Arrays.stream(values())
                    .filter(unit -> unit.code().equals(code))
                    .findFirst();
        }
    }

    /** When it ends, by the calendar of the zone: a year is a year, with or without a 29 February. */
    Instant after(Instant last, ZoneId zone) {
        return last.atZone(zone).plus(amount, unit.time).toInstant();
    }

    String say(Words words) {
        return words.say("period." + unit.code(), amount);
    }
}

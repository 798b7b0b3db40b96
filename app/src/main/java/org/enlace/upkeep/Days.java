package org.enlace.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days by the clock of the world: whether a mail goes out a few hours sooner matters to nobody. */
final class Days {

    private Days() {}

    static LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}

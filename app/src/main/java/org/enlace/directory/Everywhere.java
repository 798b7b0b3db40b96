package org.enlace.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Days on which something that happened holds. What is entered at a moment holds from the latest day that has begun everywhere on earth, so that nobody, wherever
 * they read, has to wait for tomorrow to see it.
 */
final class Everywhere {

    private static final ZoneOffset LAST_TO_BEGIN = ZoneOffset.ofHours(-12);

    private Everywhere() {}

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, LAST_TO_BEGIN);
    }
}

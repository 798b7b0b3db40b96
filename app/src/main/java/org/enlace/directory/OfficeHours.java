package org.enlace.directory;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** From when until when an office works, Monday to Friday, in its own zone. Public holidays are not known here. */
public record OfficeHours(LocalTime opens, LocalTime closes) {

    public OfficeHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("an office opens before it closes: " + opens + " – " + closes);
        }
    }

    public boolean isOpen(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        var time = local.toLocalTime();
        return local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !time.isBefore(opens) && time.isBefore(closes);
    }
}

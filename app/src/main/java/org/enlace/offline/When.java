package org.enlace.offline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and moments as forms hold them ({@code exchange.md}, "Values") and as people type them. */
final class When {

    private static final Pattern TYPED = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{3})?)?) ?([+-]\\d{2}:\\d{2}|Z)");

    private When() {}

    /** A moment as it is typed, such as {@code 2026-03-14 22:40 -03:00}. */
    static Optional<Map<String, Object>> moment(String typed) {
        var parts = TYPED.matcher(typed.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var moment = new LinkedHashMap<String, Object>();
        moment.put("date", parts.group(1));
        moment.put("time", parts.group(2));
        moment.put("offset", parts.group(3).equals("Z") ? "+00:00" : parts.group(3));
        return instant(moment).isPresent() ? Optional.of(moment) : Optional.empty();
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return typed.matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(typed)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** The instant of a moment, to the millisecond. */
    static Optional<Instant> instant(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> moment)) {
            return Optional.empty();
        }
        try {
            var text = moment.get("date") + "T" + moment.get("time") + moment.get("offset");
            return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** The instant of a moment, or the beginning of a day. */
    static Optional<Instant> start(@Nullable Object value, ZoneId zone) {
        return value instanceof String text
                ? day(text).map(day -> day.atStartOfDay(zone).toInstant())
                : instant(value);
    }

    /** Where the officer's notes count from UTC: the shape in which a moment is typed, with the right offset now. */
    static String example(Instant now, ZoneId zone) {
        var at = now.atZone(zone).truncatedTo(ChronoUnit.MINUTES);
        var offset =
                at.getOffset().getId().equals("Z") ? "+00:00" : at.getOffset().getId();
        return at.toLocalDate() + " " + at.toLocalTime() + " " + offset;
    }
}

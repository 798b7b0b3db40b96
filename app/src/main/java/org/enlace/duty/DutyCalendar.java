package org.enlace.duty;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Watches as an iCalendar file (RFC 5545), written by ourselves with times in UTC: calendar programs bring zone data of their own, often old ones. It says when and
 * in which function, and nothing else, since calendars are synchronised to places we do not know.
 */
final class DutyCalendar {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private DutyCalendar() {}

    static String of(List<Watch> watches, String function, Instant now) {
        var calendar = new DutyCalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Enlace//Duty//EN");
        for (var watch : watches) {
            calendar.line("BEGIN:VEVENT");
            calendar.line("UID:" + watch.shift().id() + '-' + UTC.format(watch.from()));
            calendar.line("DTSTAMP:" + UTC.format(now));
            calendar.line("DTSTART:" + UTC.format(watch.from()));
            calendar.line("DTEND:" + UTC.format(watch.until()));
            calendar.line("SUMMARY:" + escaped(function));
            calendar.line("END:VEVENT");
        }
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    /** A line is 75 bytes at most; what is longer goes on in the next one, after a space, never within a letter. */
    private void line(String content) {
        var bytes = 0;
        for (var letter : content.codePoints().toArray()) {
            var said = Character.toString(letter);
            var size = said.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST_LINE) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(said);
            bytes += size;
        }
        text.append("\r\n");
    }

    private static String escaped(String said) {
        return said.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", " ");
    }
}

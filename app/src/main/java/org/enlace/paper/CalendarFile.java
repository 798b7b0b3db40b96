package org.enlace.paper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An iCalendar file (RFC 5545), written by ourselves with times in UTC: calendar programs bring zone data of their own, often old ones. Calendars are synchronised
 * to places we do not know, so whoever fills one in says when and what to do, and nothing of the matter.
 */
public final class CalendarFile {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private CalendarFile() {}

    /**
     * One entry.
     *
     * @param id the same each time the file is made, so that a calendar replaces the entry and does not double it
     * @param description what is read when the entry is opened, or null
     * @param url where to look, or null
     */
    public record Event(
            String id,
            Instant from,
            Instant until,
            String summary,
            @Nullable String description,
            @Nullable String url) {

        /** The moment of an id that comes again each week. */
        public static String id(Object thing, Instant from) {
            return thing + "-" + UTC.format(from);
        }
    }

    /**
     * The file as a download.
     *
     * @param what in English, in one word: what the program of origin is called by
     * @param name of the file
     */
    public static ResponseEntity<byte[]> download(String what, String name, List<Event> events, Instant now) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(of(what, events, now).getBytes(StandardCharsets.UTF_8));
    }

    static String of(String what, List<Event> events, Instant now) {
        var calendar = new CalendarFile();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Enlace//" + what + "//EN");
        for (var event : events) {
            calendar.line("BEGIN:VEVENT");
            calendar.line("UID:" + event.id());
            calendar.line("DTSTAMP:" + UTC.format(now));
            calendar.line("DTSTART:" + UTC.format(event.from()));
            calendar.line("DTEND:" + UTC.format(event.until()));
            calendar.line("SUMMARY:" + escaped(event.summary()));
            if (event.description() != null) {
                calendar.line("DESCRIPTION:" + escaped(event.description()));
            }
            if (event.url() != null) {
                calendar.line("URL:" + event.url());
            }
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

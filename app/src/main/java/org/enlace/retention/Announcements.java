package org.enlace.retention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was announced, and when. */
@Component
class Announcements {

    /** The number of days ahead. */
    static final int FIRST = 30;

    static final int LAST = 7;

    private static final String OF =
            "select request, due, ahead, at from retention.announcement where authority = :authority";

    private final JdbcClient jdbc;

    Announcements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A request and the day its time ends: where that day moves, it is announced anew. */
    record Subject(UUID request, Instant due) {}

    /** Of an authority: when each was announced, by the number of days ahead. */
    Map<Subject, Map<Integer, Instant>> of(String authority) {
        return read(jdbc.sql(OF).param("authority", authority));
    }

    /** Of some requests only: of an authority there are more with every year. */
    Map<Subject, Map<Integer, Instant>> of(String authority, Collection<UUID> requests) {
        return requests.isEmpty()
                ? Map.of()
                : read(jdbc.sql(OF + " and request in (:requests)")
                        .param("authority", authority)
                        .param("requests", requests));
    }

    private static Map<Subject, Map<Integer, Instant>> read(JdbcClient.StatementSpec statement) {
        var all = new HashMap<Subject, Map<Integer, Instant>>();
        statement.query(row -> {
            var subject = new Subject(
                    row.getObject("request", UUID.class),
                    row.getObject("due", OffsetDateTime.class).toInstant());
            all.computeIfAbsent(subject, each -> new HashMap<>())
                    .put(
                            row.getInt("ahead"),
                            row.getObject("at", OffsetDateTime.class).toInstant());
        });
        return all;
    }

    /** @return whether any of it was not announced before: another process may look at the same time */
    boolean keep(Set<Subject> subjects, String authority, int ahead, Instant now) {
        var kept = 0;
        for (var subject : subjects) {
            kept += jdbc.sql(
                            "insert into retention.announcement values (:request, :authority, :due, :ahead, :now) on conflict do nothing")
                    .param("request", subject.request())
                    .param("authority", authority)
                    .param("due", subject.due().atOffset(ZoneOffset.UTC))
                    .param("ahead", ahead)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
        return kept > 0;
    }
}

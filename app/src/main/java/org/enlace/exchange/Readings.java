package org.enlace.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.enlace.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who of an authority opened a request. Only the first opening is an act; each later one is noted when the key is handed out, once a day and person, before it is: whoever
 * cannot be noted gets no key. For the own authority's eyes, which must be able to say who has seen a case.
 */
@Component
public class Readings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Readings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void note(UUID request, Viewer viewer) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        insert into exchange.reading (request, authority, account, day, at)
                        values (:request, :authority, :account, :day, :now) on conflict do nothing
                        """)
                .param("request", request)
                .param("authority", viewer.requireAuthority())
                .param("account", viewer.requireAccount())
                .param("day", now.toLocalDate())
                .param("now", now)
                .update();
    }

    /** By the viewer's own authority, who read last first. */
    public List<Reading> of(UUID request, Viewer viewer) {
        return jdbc.sql("""
                        select account, count(*) as days, min(at) as first, max(at) as last from exchange.reading
                        where request = :request and authority = :authority group by account order by max(at) desc
                        """)
                .param("request", request)
                .param("authority", viewer.requireAuthority())
                .query((row, number) -> new Reading(
                        row.getObject("account", UUID.class),
                        row.getInt("days"),
                        row.getObject("first", OffsetDateTime.class).toInstant(),
                        row.getObject("last", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** @param days on how many days, counted in UTC */
    public record Reading(UUID account, int days, Instant first, Instant last) {}
}

package org.enlace.documents;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets what nothing needs: uploads of which nothing more came for some days, and files that arrived whole, that no act brought and that nothing half written can name.
 * The message of an act that was refused is such a file, and so is what a closed tab left behind.
 */
@Component
class Cleaning {

    private static final Logger LOG = LoggerFactory.getLogger(Cleaning.class);

    private final JdbcClient jdbc;
    private final HalfWritten halfWritten;
    private final DocumentsSettings settings;
    private final Clock clock;

    Cleaning(JdbcClient jdbc, HalfWritten halfWritten, DocumentsSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.halfWritten = halfWritten;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void clean() {
        var before = clock.instant().minus(settings.keepUnfinished()).atOffset(ZoneOffset.UTC);
        var unfinished = unfinished(before);
        var needless = needless(before);
        if (unfinished + needless > 0) {
            LOG.info("{} unfinished uploads were forgotten, and {} files that nothing needed", unfinished, needless);
        }
    }

    private int unfinished(OffsetDateTime before) {
        return jdbc.sql("""
                        delete from documents.sealed_file f
                        where completed_at is null and announced_at < :before
                          and not exists (select 1 from documents.chunk c
                                          where c.sealed_file = f.id and c.arrived_at >= :before)
                        """).param("before", before).update();
    }

    private int needless(OffsetDateTime before) {
        return jdbc
                .sql(
                        "select distinct request, authority from documents.sealed_file where brought_at is null and completed_at < :before")
                .param("before", before)
                .query((row, index) -> new Place(row.getObject("request", UUID.class), row.getString("authority")))
                .list()
                .stream()
                .filter(place -> !halfWritten.isThere(place.request(), place.authority()))
                .mapToInt(place -> forget(place, before))
                .sum();
    }

    private int forget(Place place, OffsetDateTime before) {
        return jdbc.sql("""
                        delete from documents.sealed_file
                        where request = :request and authority = :authority and brought_at is null and completed_at < :before
                        """)
                .param("request", place.request())
                .param("authority", place.authority())
                .param("before", before)
                .update();
    }

    private record Place(UUID request, String authority) {}
}

package org.enlace.documents;

import java.time.Clock;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets uploads of which nothing more came for some days. What is complete stays: a draft may wait for it. */
@Component
class Cleaning {

    private static final Logger LOG = LoggerFactory.getLogger(Cleaning.class);

    private final JdbcClient jdbc;
    private final DocumentsSettings settings;
    private final Clock clock;

    Cleaning(JdbcClient jdbc, DocumentsSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void clean() {
        var forgotten = jdbc.sql("""
                        delete from documents.sealed_file f
                        where completed_at is null and announced_at < :before
                          and not exists (select 1 from documents.chunk c
                                          where c.sealed_file = f.id and c.arrived_at >= :before)
                        """)
                .param(
                        "before",
                        clock.instant().minus(settings.keepUnfinished()).atOffset(ZoneOffset.UTC))
                .update();
        if (forgotten > 0) {
            LOG.info("{} unfinished uploads were forgotten", forgotten);
        }
    }
}

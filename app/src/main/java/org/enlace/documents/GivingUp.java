package org.enlace.documents;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How sealed files go for good. What they were, their sizes and hashes, stays. */
@Component
public class GivingUp {

    private final JdbcClient jdbc;
    private final Leftovers leftovers;
    private final Clock clock;

    GivingUp(JdbcClient jdbc, Leftovers leftovers, Clock clock) {
        this.jdbc = jdbc;
        this.leftovers = leftovers;
        this.clock = clock;
    }

    /** From now on officers of this authority find no file of the request, and what only they had, because no act ever brought it, is gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveUp(UUID request, String authority) {
        jdbc.sql("insert into documents.given_up values (:request, :authority, :now) on conflict do nothing")
                .param("request", request)
                .param("authority", authority)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        leftovers.forget(request, authority);
    }

    /** Destroys the bytes of everything that was brought to a request, for all. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void destroy(UUID request) {
        jdbc.sql("""
                        delete from documents.chunk
                        where sealed_file in (select id from documents.sealed_file where request = :request and brought_at is not null)
                        """).param("request", request).update();
        jdbc.sql(
                        "update documents.sealed_file set destroyed_at = :now where request = :request and brought_at is not null")
                .param("request", request)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}

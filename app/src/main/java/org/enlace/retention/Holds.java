package org.enlace.retention;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.exchange.Holdings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The holds. An authority sees its own; for all others there are none. */
@Component
class Holds {

    private static final String STANDING = """
            select h.*, (select p.id from retention.proposal p where p.hold = h.id
                           and not exists (select 1 from retention.decision d where d.proposal = p.id)
                         order by p.proposed_at desc limit 1) as lifting
            from retention.hold h
            where h.authority = :authority
              and not exists (select 1 from retention.proposal p join retention.decision d on d.proposal = p.id
                              where p.hold = h.id and d.verdict = 'approved')
            """;

    private final JdbcClient jdbc;
    private final Holdings holdings;
    private final Clock clock;

    Holds(JdbcClient jdbc, Holdings holdings, Clock clock) {
        this.jdbc = jdbc;
        this.holdings = holdings;
        this.clock = clock;
    }

    /** Those of an authority that were not lifted, the oldest first. */
    List<Hold> of(String authority) {
        return jdbc.sql(STANDING + "order by h.placed_at")
                .param("authority", authority)
                .query(Holds::hold)
                .list();
    }

    /** @throws Refused absent, when there is none, or it was lifted */
    Hold require(UUID id, String authority) {
        return jdbc.sql(STANDING + "and h.id = :id")
                .param("authority", authority)
                .param("id", id)
                .query(Holds::hold)
                .optional()
                .orElseThrow(Refused::absent);
    }

    /** When a hold of a request was last lifted: from then on its days are counted anew. */
    Map<UUID, Instant> lifted(String authority) {
        var lifted = new HashMap<UUID, Instant>();
        jdbc.sql("""
                        select h.request, max(d.at) as at from retention.hold h
                        join retention.proposal p on p.hold = h.id join retention.decision d on d.proposal = p.id
                        where h.authority = :authority and d.verdict = 'approved' group by h.request
                        """).param("authority", authority).query(row -> {
            lifted.put(
                    row.getObject("request", UUID.class),
                    row.getObject("at", OffsetDateTime.class).toInstant());
        });
        return lifted;
    }

    /**
     * Puts a request on hold, at once and by one officer: what was kept a day too long can still be deleted.
     *
     * @throws Refused when the authority keeps nothing of it any more
     */
    @Transactional
    public void place(UUID request, Hold.Ground ground, String reference, String authority, Viewer viewer) {
        var now = clock.instant();
        holdings.lock(List.of(request));
        if (holdings.of(List.of(request), authority, now).isEmpty()) {
            throw RetentionRefusal.NOTHING_KEPT.refused();
        }
        jdbc.sql("insert into retention.hold values (:id, :request, :authority, :ground, :reference, :by, :at)")
                .param("id", Generators.timeBasedEpochGenerator().generate())
                .param("request", request)
                .param("authority", authority)
                .param("ground", ground.code())
                .param("reference", reference)
                .param("by", viewer.requireAccount())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Hold hold(ResultSet row, int index) throws SQLException {
        return new Hold(
                row.getObject("id", UUID.class),
                row.getObject("request", UUID.class),
                Hold.Ground.of(row.getString("ground")).orElseThrow(),
                row.getString("reference"),
                row.getObject("placed_by", UUID.class),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getObject("lifting", UUID.class));
    }
}

package org.enlace.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.enlace.custody.Custody;
import org.enlace.ledger.Release;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was given up. Reads the request's reference where the request stands, in {@code exchange}. */
@Component
class Deletions {

    /** More than anybody reads; the rest is on the pages of the requests. */
    static final int LONGEST = 100;

    private static final String ROW = """
            select x.request, r.reference as of_request, x.at, p.ground, p.reference, p.proposed_by, d.by, d.entry
            from retention.deletion x
            join exchange.request r on r.id = x.request
            join retention.proposal p on p.id = x.proposal
            join retention.decision d on d.proposal = x.proposal
            where x.authority = :authority
            """;

    private final JdbcClient jdbc;
    private final Custody custody;
    private final Officers officers;

    Deletions(JdbcClient jdbc, Custody custody, Officers officers) {
        this.jdbc = jdbc;
        this.custody = custody;
        this.officers = officers;
    }

    void add(UUID request, Proposal proposal, Instant now) {
        jdbc.sql("insert into retention.deletion values (:request, :authority, :proposal, :now)")
                .param("request", request)
                .param("authority", proposal.authority())
                .param("proposal", proposal.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest of an authority. */
    List<Deletion.Shown> of(String authority) {
        return shown(jdbc.sql(ROW + "order by x.at desc, r.reference limit " + LONGEST)
                .param("authority", authority)
                .query(Deletions::deletion)
                .list());
    }

    /** Of one request, by this authority; more than one only where it came back after a transfer. */
    List<Deletion.Shown> of(UUID request, String authority) {
        return shown(jdbc.sql(ROW + "and x.request = :request order by x.at desc")
                .param("authority", authority)
                .param("request", request)
                .query(Deletions::deletion)
                .list());
    }

    private List<Deletion.Shown> shown(List<Deletion> deletions) {
        var indexes = custody.indexesOf(
                deletions.stream().map(Deletion::entry).distinct().toList());
        return deletions.stream()
                .map(each -> new Deletion.Shown(
                        each,
                        officers.function(each.proposedBy()),
                        officers.function(each.approvedBy()),
                        indexes.get(each.entry())))
                .toList();
    }

    private static Deletion deletion(ResultSet row, int index) throws SQLException {
        return new Deletion(
                row.getObject("request", UUID.class),
                row.getString("of_request"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Release.Ground.valueOf(row.getString("ground").toUpperCase(Locale.ROOT)),
                row.getString("reference"),
                row.getObject("proposed_by", UUID.class),
                row.getObject("by", UUID.class),
                row.getObject("entry", UUID.class));
    }
}

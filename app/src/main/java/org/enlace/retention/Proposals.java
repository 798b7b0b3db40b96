package org.enlace.retention;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Release;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The proposals of an authority and what was decided on them; written once. For all others there are none. */
@Component
class Proposals {

    private static final String ROW = """
            select p.*, d.verdict, d.by, d.at,
                   array(select q.request from retention.proposed q where q.proposal = p.id order by q.number) as requests
            from retention.proposal p left join retention.decision d on d.proposal = p.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Proposals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refused absent, when the authority has none of this id */
    Proposal require(UUID id, String authority) {
        return jdbc.sql(ROW + "where p.id = :id and p.authority = :authority")
                .param("id", id)
                .param("authority", authority)
                .query(Proposals::proposal)
                .optional()
                .orElseThrow(Refused::absent);
    }

    /** Those that wait for another officer, the oldest first. */
    List<Proposal> waiting(String authority) {
        return jdbc.sql(ROW + "where p.authority = :authority and d.proposal is null order by p.proposed_at")
                .param("authority", authority)
                .query(Proposals::proposal)
                .list();
    }

    /** The requests that somebody proposed to give up, each with the proposal that waits. */
    Map<UUID, UUID> waitingFor(String authority) {
        var proposed = new HashMap<UUID, UUID>();
        waiting(authority).stream()
                .filter(proposal -> !proposal.isLift())
                .forEach(proposal -> proposal.requests().forEach(request -> proposed.put(request, proposal.id())));
        return proposed;
    }

    UUID add(
            @Nullable UUID hold,
            Release.@Nullable Ground ground,
            String reference,
            List<UUID> requests,
            String authority,
            Viewer viewer) {
        var id = Generators.timeBasedEpochGenerator().generate();
        jdbc.sql("insert into retention.proposal values (:id, :authority, :hold, :ground, :reference, :by, :at)")
                .param("id", id)
                .param("authority", authority)
                .param("hold", hold, java.sql.Types.OTHER)
                .param("ground", ground == null ? null : ground.code(), java.sql.Types.VARCHAR)
                .param("reference", reference)
                .param("by", viewer.requireAccount())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        for (var number = 0; number < requests.size(); number++) {
            jdbc.sql("insert into retention.proposed values (:id, :number, :request)")
                    .param("id", id)
                    .param("number", number)
                    .param("request", requests.get(number))
                    .update();
        }
        return id;
    }

    /** @throws Refused when somebody else just decided */
    void decide(Proposal proposal, Proposal.Verdict verdict, Viewer viewer) {
        decide(proposal, verdict, null, null, viewer);
    }

    /** Approved, with the officer's signature and its entry in the log. */
    void approve(Proposal proposal, Jws signed, UUID entry, Viewer viewer) {
        decide(proposal, Proposal.Verdict.APPROVED, signed, entry, viewer);
    }

    private void decide(
            Proposal proposal, Proposal.Verdict verdict, @Nullable Jws signed, @Nullable UUID entry, Viewer viewer) {
        var decided = jdbc.sql("""
                        insert into retention.decision values (:id, :proposer, :verdict, :by, :at, :jws, :digest, :entry)
                        on conflict (proposal) do nothing
                        """)
                .param("id", proposal.id())
                .param("proposer", proposal.by())
                .param("verdict", verdict.code())
                .param("by", viewer.requireAccount())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("jws", signed == null ? null : signed.compact(), java.sql.Types.VARCHAR)
                .param("digest", signed == null ? null : signed.digest().hex(), java.sql.Types.VARCHAR)
                .param("entry", entry, java.sql.Types.OTHER)
                .update();
        if (decided != 1) {
            throw RetentionRefusal.ALREADY_DECIDED.refused();
        }
    }

    private static Proposal proposal(ResultSet row, int index) throws SQLException {
        var ground = row.getString("ground");
        var verdict = row.getString("verdict");
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getString("authority"),
                row.getObject("hold", UUID.class),
                ground == null ? null : Release.Ground.valueOf(ground.toUpperCase(Locale.ROOT)),
                row.getString("reference"),
                Arrays.asList((UUID[]) row.getArray("requests").getArray()),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                verdict == null
                        ? null
                        : new Proposal.Decision(
                                Proposal.Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)),
                                row.getObject("by", UUID.class),
                                row.getObject("at", OffsetDateTime.class).toInstant()));
    }
}

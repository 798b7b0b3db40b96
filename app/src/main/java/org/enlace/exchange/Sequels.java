package org.enlace.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.enlace.Viewer;
import org.enlace.exchange.Sequel.Outcome;
import org.enlace.ledger.Send;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Request;
import org.enlace.procedure.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What follows on a request between other authorities. The formal request is often sent by a central authority, and goes to another one: whoever asked for the preservation must
 * learn that it is followed, and whoever preserves the data that they stay preserved until that request is decided (Budapest Art. 29(7)).
 */
@Component
public class Sequels {

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Provisions provisions;

    Sequels(JdbcClient jdbc, Requests requests, Provisions provisions) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.provisions = provisions;
    }

    /** Those in which the viewer's authority has no part itself. On the requested side only what asks its own state for the data, and only where data were preserved for it. */
    public List<Sequel> of(Request request, Viewer viewer) {
        var asking = request.mayBeContinuedBy(viewer);
        if (!asking && !(request.isHeldBy(viewer) && request.standing().until() != null)) {
            return List.of();
        }
        return jdbc.sql("""
                        select r.requesting_authority, r.sent_at, s.stage, (
                            select max(a.at) from exchange.act a
                            where a.request = r.id and a.kind in ('decline', 'result', 'close', 'withdraw', 'let-lapse', 'destroy')) as decided_at
                        from exchange.request r join exchange.standing s on s.request = r.id
                        where r.earlier = :id and :me not in (s.requesting_authority, s.requested_authority)
                          and not exists (select 1 from exchange.share h where h.request = r.id and h.authority = :me)
                          and (:asking or r.status = 'follow-up' and r.requested_state = :state
                                         and r.form || ' ' || r.measure in (:disclosures))
                        order by r.sent_at
                        """)
                .param("id", request.id())
                .param("me", viewer.requireAuthority())
                .param("asking", asking)
                .param("disclosures", provisions.disclosures())
                .param("state", request.requested().state().iso3())
                .query(Sequels::sequel)
                .list();
    }

    /**
     * The request for the data of which the last act of this one tells something to whoever preserves them: it was received, or it is decided. Empty where it is the same
     * authority, which knows, and where nothing is preserved.
     */
    Optional<Request> preserved(Request request) {
        var sending = request.sending();
        var earlier = sending.earlier();
        if (earlier == null
                || sending.status() != Send.Status.FOLLOW_UP
                || !(isReceived(request) || isDecided(request))) {
            return Optional.empty();
        }
        return requests.find(earlier)
                .filter(before -> provisions.disclosures().contains(sending.form() + ' ' + sending.measure()))
                .filter(before -> before.standing().stage() == Stage.PRESERVED)
                .filter(before ->
                        before.requested().state().equals(request.requested().state()))
                .filter(before -> !before.requested()
                        .authority()
                        .equals(request.requested().authority()));
    }

    static boolean isReceived(Request request) {
        return request.last().kind() == Kind.SEND;
    }

    private static boolean isDecided(Request request) {
        return Outcome.of(request.standing().stage()) != Outcome.OPEN
                && Outcome.of(request.before(request.last()).stage()) == Outcome.OPEN;
    }

    private static Sequel sequel(ResultSet row, int index) throws SQLException {
        var outcome = Outcome.of(Stage.of(row.getString("stage")));
        return new Sequel(
                row.getString("requesting_authority"),
                instant(row, "sent_at"),
                outcome,
                outcome == Outcome.OPEN ? null : instant(row, "decided_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

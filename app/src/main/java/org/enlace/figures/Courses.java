package org.enlace.figures;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.enlace.StateCode;
import org.enlace.ledger.Act;
import org.enlace.ledger.Ask;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Decline;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Signed;
import org.enlace.procedure.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What requests went through, read from their acts. Drafts that were shared for comment are no requests and not among them. */
@Component
class Courses {

    private final JdbcClient jdbc;
    private final Labels labels;
    private final Clock clock;

    Courses(JdbcClient jdbc, Labels labels, Clock clock) {
        this.jdbc = jdbc;
        this.labels = labels;
        this.clock = clock;
    }

    /** Neither authorities nor references are read: what is not here cannot be shown. */
    List<Course> of(Scope scope) {
        return jdbc.sql("""
                        select r.form, r.requesting_state, r.requested_state, r.sent_at,
                            min(a.at) filter (where a.kind = 'open') as opened,
                            min(a.at) filter (where a.kind = 'take-in-charge') as in_charge,
                            min(a.at) filter (where a.kind in ('accept', 'postpone', 'decline', 'preserve', 'execute', 'result')) as decided,
                            min(a.at) filter (where a.kind in ('preserve', 'execute', 'result')) as outcome,
                            array_agg(a.jws) filter (where a.kind in ('ask', 'decline')) as said,
                            case when s.guaranteed_until is null then null
                                 when s.extended then 'FOLLOWED'
                                 when max(a.at) filter (where a.kind = 'let-lapse') <= s.guaranteed_until then 'LET_LAPSE'
                                 when max(a.at) filter (where a.kind in ('close', 'withdraw', 'destroy')) <= s.guaranteed_until then 'CLOSED'
                                 when s.guaranteed_until <= :now then 'UNDECIDED' end as ending
                        from exchange.request r
                            join exchange.act a on a.request = r.id
                            join exchange.standing s on s.request = r.id
                        where r.status <> 'comment' and r.sent_at >= :begins and r.sent_at < :ends
                            and (:out and r.requesting_state = :state or :in and r.requested_state = :state or :state = '')
                        group by r.id, s.guaranteed_until, s.extended
                        """)
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("begins", scope.period().begins())
                .param("ends", scope.period().ends())
                .param("out", scope.side() != Side.REQUESTED)
                .param("in", scope.side() != Side.REQUESTING)
                .param("state", scope.state() == null ? "" : scope.state().iso3())
                .query((row, index) -> course(row))
                .list();
    }

    private Course course(ResultSet row) throws SQLException {
        var form = row.getString("form");
        var missing = new HashSet<String>();
        var declined = new ArrayList<Course.Ground>();
        for (var coded : said(row.getArray("said"))) {
            if (coded instanceof Ask ask) {
                ask.items().forEach(item -> missing.add(labels.hasField(form, item) ? item : Course.OTHER));
            } else if (coded instanceof Decline decline) {
                var ground = labels.hasGround(decline.ground()) ? decline.ground() : Course.OTHER;
                declined.add(new Course.Ground(ground, decline.manner()));
            }
        }
        var pair = new Course.Pair(
                new StateCode(row.getString("requesting_state")), new StateCode(row.getString("requested_state")));
        return new Course(form, pair, reached(row), missing, declined, ending(row));
    }

    private static Map<Milestone, Duration> reached(ResultSet row) throws SQLException {
        var sent = row.getObject("sent_at", OffsetDateTime.class);
        var reached = new EnumMap<Milestone, Duration>(Milestone.class);
        for (var milestone : Milestone.values()) {
            var at = row.getObject(milestone.code(), OffsetDateTime.class);
            if (at != null) {
                reached.put(milestone, Duration.between(sent, at));
            }
        }
        return reached;
    }

    /** A decision that came after the end was none when the data were lost. */
    private static Course.@Nullable Ending ending(ResultSet row) throws SQLException {
        var ending = row.getString("ending");
        return ending == null ? null : Course.Ending.valueOf(ending);
    }

    private static List<Coded> said(@Nullable Array signed) throws SQLException {
        var said = new ArrayList<Coded>();
        if (signed != null) {
            for (var jws : (String[]) signed.getArray()) {
                if (Signed.of(Jws.parse(jws)) instanceof Act act) {
                    said.add(act.coded());
                }
            }
        }
        return said;
    }
}

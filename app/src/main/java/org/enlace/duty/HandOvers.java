package org.enlace.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.Viewer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hand-overs, newest first. Only officers of the authority are shown them. */
@Component
class HandOvers {

    /** A hand-over that nobody accepted by then is no longer asked for: the rota went on without it. */
    static final Duration OPEN = Duration.ofDays(2);

    private static final String ALL = """
            select h.*, a.account as to_account, a.name as to_name, a.function as to_function, a.at as accepted_at
            from duty.hand_over h left join duty.acceptance a on a.hand_over = h.id
            where h.authority = :authority
            """;

    private final JdbcClient sql;
    private final Clock clock;

    HandOvers(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<HandOver> of(String authority) {
        return sql.sql(ALL + "order by h.at desc limit 20")
                .param("authority", authority)
                .query(HandOvers::handOver)
                .list();
    }

    /** How many wait for the viewer to take them over. */
    int waiting(Viewer viewer) {
        return sql.sql("""
                        select count(*) from duty.hand_over h
                        where h.authority = :authority and h.from_account <> :me and h.at > :since
                        and not exists (select from duty.acceptance a where a.hand_over = h.id)""")
                .param("authority", viewer.requireAuthority())
                .param("me", viewer.requireAccount())
                .param("since", Timestamp.from(clock.instant().minus(OPEN)))
                .query(Integer.class)
                .single();
    }

    Optional<HandOver> find(String authority, UUID id) {
        return sql.sql(ALL + "and h.id = :id")
                .param("authority", authority)
                .param("id", id)
                .query(HandOvers::handOver)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void give(String note, Viewer viewer) {
        sql.sql("""
                insert into duty.hand_over (id, authority, from_account, from_name, from_function, note, at)
                values (:id, :authority, :account, :name, :function, :note, :at)""")
                .param("id", Shifts.newId())
                .param("authority", viewer.requireAuthority())
                .param("account", viewer.requireAccount())
                .param("name", viewer.name())
                .param("function", viewer.function())
                .param("note", note)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** @throws org.enlace.Refused when it was the viewer's own, or somebody was faster */
    @Transactional(propagation = Propagation.MANDATORY)
    public void accept(HandOver given, Viewer viewer) {
        if (given.isFrom(viewer.account())) {
            throw DutyRefusal.OWN_HAND_OVER.refused();
        }
        try {
            sql.sql("""
                    insert into duty.acceptance (hand_over, from_account, account, name, function, at)
                    values (:id, :from, :account, :name, :function, :at)""")
                    .param("id", given.id())
                    .param("from", given.from().account())
                    .param("account", viewer.requireAccount())
                    .param("name", viewer.name())
                    .param("function", viewer.function())
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException faster) {
            throw DutyRefusal.ALREADY_ACCEPTED.refused();
        }
    }

    private static HandOver handOver(ResultSet row, int number) throws SQLException {
        var to = row.getObject("to_account", UUID.class);
        return new HandOver(
                row.getObject("id", UUID.class),
                row.getString("authority"),
                new HandOver.Officer(
                        row.getObject("from_account", UUID.class),
                        row.getString("from_name"),
                        row.getString("from_function")),
                row.getString("note"),
                row.getTimestamp("at").toInstant(),
                to == null
                        ? null
                        : new HandOver.Acceptance(
                                new HandOver.Officer(to, row.getString("to_name"), row.getString("to_function")),
                                row.getTimestamp("accepted_at").toInstant()));
    }
}

package org.enlace.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.exchange.Targets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests of one authority in the order in which they want attention: what is its own to do, what waits for others, what is quiet. */
@Component
class Desk {

    /** More than anybody reads at once; what does not fit is reached by the filters. */
    static final int LONGEST = 100;

    /** Of what it handed on, an authority sees that it did, and nothing of what happened since. */
    private static final String OF_MINE = """
            from (
                select r.id, r.reference, s.requesting_authority = :me as outgoing,
                       case when s.requesting_authority = :me then r.requested_state else r.requesting_state end as other,
                       s.requested_zone, r.measure, coalesce(r.instrument, '') as instrument, r.urgent, r.status = 'extension' as extension,
                       case when handed then 'transferred' when s.stage = 'withdrawn' and s.last_act = 'destroy' then 'destroyed'
                            else s.stage end as stage,
                       s.extended and not handed as extended,
                       case when not handed then s.guaranteed_until end as guaranteed_until,
                       case when handed then (select max(a.at) from exchange.act a
                                              where a.request = r.id and a.kind = 'transfer' and a.authority = :me)
                            else s.last_at end as last_at,
                       case when warned then 'follow-up' when not handed then s.task end as task,
                       case when warned then s.guaranteed_until when not handed then s.due end as due,
                       case when handed then 'quiet'
                            when (s.turn = 'requesting' or warned) and s.requesting_authority = :me then 'mine'
                            when s.turn = 'requested' and s.requested_authority = :me then 'mine'
                            when s.turn is not null then 'waiting'
                            else 'quiet' end as section
                from (
                    select request from exchange.standing where requesting_authority = :me
                    union select request from exchange.standing where requested_authority = :me
                    union select request from exchange.act where kind = 'transfer' and authority = :me
                ) mine
                join exchange.request r on r.id = mine.request
                join exchange.standing s on s.request = r.id
                cross join lateral (select :me not in (s.requesting_authority, s.requested_authority) as handed) h
                cross join lateral (select not handed and s.stage = 'preserved' and s.turn is null and not s.extended
                                           and s.guaranteed_until > :now and s.guaranteed_until <= :warned as warned) w
            ) desk
            """;

    private static final String FILTERED = """
            where (:direction = '' or outgoing = (:direction = 'out')) and (:state = '' or other = :state)
              and (:urgency = '' or urgent = (:urgency = 'urgent')) and starts_with(reference, :reference)
            """;

    /** The section {@code mine}, counted; its conditions are those of the two partial indexes. */
    private static final String MINE = """
            select (select count(*) from exchange.standing s where s.turn = 'requested' and s.requested_authority = :me)
                 + (select count(*) from exchange.standing s where s.turn = 'requesting' and s.requesting_authority = :me)
                 + (select count(*) from exchange.standing s
                    where s.stage = 'preserved' and s.turn is null and not s.extended
                      and s.guaranteed_until > :now and s.guaranteed_until <= :warned and s.requesting_authority = :me)
            """;

    private final JdbcClient jdbc;
    private final Targets targets;
    private final Clock clock;

    Desk(JdbcClient jdbc, Targets targets, Clock clock) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.clock = clock;
    }

    List<DeskRow> rows(DeskRow.Section section, DeskFilter filter, Viewer viewer) {
        // What is to be done next comes first; what is quiet, by when something last happened.
        var order = section == DeskRow.Section.QUIET ? "last_at desc" : "due nulls last, last_at";
        return of(
                        "select * " + OF_MINE + FILTERED + "and section = :section order by " + order + " limit "
                                + LONGEST,
                        viewer)
                .param("section", section.code())
                .param("direction", filter.direction())
                .param("state", filter.state())
                .param("urgency", filter.urgency())
                .param("reference", filter.reference())
                .query(Desk::row)
                .list();
    }

    /** How many requests wait for this officer's authority; 0 for everybody else. Every page asks, so it looks at open turns only, not at every request there ever was. */
    int mine(Viewer viewer) {
        return viewer.is(Role.OFFICER) ? of(MINE, viewer).query(Integer.class).single() : 0;
    }

    /** The codes of the states that this authority has requests with. */
    List<String> states(Viewer viewer) {
        return of("select distinct other " + OF_MINE + "order by other", viewer)
                .query((row, index) -> row.getString("other"))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Viewer viewer) {
        var now = clock.instant();
        return jdbc.sql(sql)
                .param("me", viewer.requireAuthority())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("warned", now.plus(targets.warnBefore()).atOffset(ZoneOffset.UTC));
    }

    private static DeskRow row(ResultSet row, int index) throws SQLException {
        return new DeskRow(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getBoolean("outgoing"),
                row.getString("other"),
                ZoneId.of(row.getString("requested_zone")),
                row.getString("measure"),
                row.getString("instrument"),
                row.getBoolean("urgent"),
                row.getBoolean("extension"),
                row.getString("stage"),
                row.getBoolean("extended"),
                DeskRow.Section.valueOf(row.getString("section").toUpperCase(Locale.ROOT)),
                row.getString("task"),
                instant(row, "due"),
                instant(row, "guaranteed_until"),
                row.getObject("last_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

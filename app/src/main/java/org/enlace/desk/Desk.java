package org.enlace.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.desk.DeskRow.Section;
import org.enlace.exchange.Targets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests of one authority in the order in which they want attention: what is its own to do, what waits for others, what is quiet. */
@Component
class Desk {

    /** As many as are read in one go, and as a slow line brings in a moment. */
    static final int PAGE = 50;

    /** Beyond this many nobody counts: the number is said with a plus. */
    static final int COUNTED = 1_000;

    private static final DeskFilter ALL = new DeskFilter("", "", "", "", "", "", "", "");

    /** Each state once, by leaping from one to the next in the index. */
    private static final String STATES = """
            with recursive asked as (
                select min(requested_state) as other from exchange.request where requesting_authority = :me
                union all
                select (select min(requested_state) from exchange.request where requesting_authority = :me and requested_state > asked.other)
                from asked where asked.other is not null
            ), asking as (
                select min(requesting_state) as other from exchange.request where requested_authority = :me
                union all
                select (select min(requesting_state) from exchange.request where requested_authority = :me and requesting_state > asking.other)
                from asking where asking.other is not null
            )
            select other from asked where other is not null
            union select other from asking where other is not null
            union select r.requested_state from exchange.share h join exchange.request r on r.id = h.request where h.authority = :me
            union select r.requesting_state from exchange.transfer t join exchange.request r on r.id = t.request where t.authority = :me
            order by other
            """;

    private final JdbcClient jdbc;
    private final Targets targets;
    private final Places places;
    private final Clock clock;

    Desk(JdbcClient jdbc, Targets targets, Places places, Clock clock) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.places = places;
        this.clock = clock;
    }

    /** One page of a section. */
    List<DeskRow> rows(Section section, DeskFilter filter, Viewer viewer) {
        return rows(section, filter, PAGE, filter.number(), viewer);
    }

    /** What a section holds, not page by page. */
    List<DeskRow> first(int many, Section section, DeskFilter filter, Viewer viewer) {
        return rows(section, filter, many, 1, viewer);
    }

    /** What is guaranteed to the authority, or by it, and does not stand among what is to be done already. */
    List<DeskRow> guarantees(int many, DeskFilter filter, Viewer viewer) {
        return rows(DeskWay.toGuarantees(filter), Section.QUIET, filter, many, 1, viewer);
    }

    private List<DeskRow> rows(Section section, DeskFilter filter, int size, int page, Viewer viewer) {
        return rows(DeskWay.to(section, filter), section, filter, size, page, viewer);
    }

    private List<DeskRow> rows(
            List<DeskWay> ways, Section section, DeskFilter filter, int size, int page, Viewer viewer) {
        if (ways.isEmpty()) {
            return List.of();
        }
        var order = filter.order();
        var by = order == null ? section.usualOrder() : order.sql();
        var sql = ways.stream().map(way -> way.rows(filter, by)).collect(Collectors.joining(" union all "));
        return of("select * from (" + sql + ") desk order by " + by + " limit :size offset :before", filter, viewer)
                .param("places", order == null ? "" : places.of(order.by(), viewer))
                .param("size", size)
                .param("before", size * (page - 1))
                .param("upto", size * page)
                .query((row, index) -> row(row, section))
                .list();
    }

    /** How many rows a section has; one more than {@link #COUNTED} where there are more. */
    int count(Section section, DeskFilter filter, Viewer viewer) {
        var ways = DeskWay.to(section, filter);
        return ways.isEmpty() ? 0 : Math.min(COUNTED + 1, counted(ways, filter, COUNTED + 1, viewer));
    }

    /** How many requests wait for this officer's authority; 0 for everybody else. Every page asks, so it looks at open turns only, not at every request there ever was. */
    int mine(Viewer viewer) {
        return viewer.is(Role.OFFICER) ? waiting(ALL, viewer) : 0;
    }

    /** How many of them are whose the filter says. */
    int waiting(DeskFilter filter, Viewer viewer) {
        var whose = new DeskFilter(filter.whose(), "", "", "", "", "", "", "");
        return counted(DeskWay.toWork(whose), whose, Integer.MAX_VALUE, viewer);
    }

    private int counted(List<DeskWay> ways, DeskFilter filter, int atMost, Viewer viewer) {
        var sum = ways.stream().map(way -> way.count(filter)).collect(Collectors.joining(" + "));
        return of("select " + sum, filter, viewer)
                .param("upto", atMost)
                .query(Integer.class)
                .single();
    }

    /** The codes of the states that this authority has requests with. */
    List<String> states(Viewer viewer) {
        return of(STATES, ALL, viewer)
                .query((row, index) -> row.getString("other"))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, DeskFilter filter, Viewer viewer) {
        var now = clock.instant();
        return jdbc.sql(sql)
                .param("me", viewer.requireAuthority())
                .param("account", viewer.requireAccount())
                .param("function", viewer.function())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("warned", now.plus(targets.warnBefore()).atOffset(ZoneOffset.UTC))
                .param("state", filter.state())
                .param("urgency", filter.urgency())
                .param("reference", filter.reference());
    }

    private static DeskRow row(ResultSet row, Section section) throws SQLException {
        return new DeskRow(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                DeskWay.valueOf(row.getString("way")).isOutgoing(),
                row.getString("other"),
                ZoneId.of(row.getString("requested_zone")),
                row.getString("measure"),
                row.getString("instrument"),
                row.getBoolean("urgent"),
                row.getBoolean("extension"),
                row.getString("stage"),
                row.getBoolean("extended"),
                row.getBoolean("extension_asked"),
                section,
                row.getString("task"),
                instant(row, "due"),
                instant(row, "guaranteed_until"),
                new DeskRow.News(instant(row, "enquired_at"), instant(row, "added_at")),
                new DeskRow.Hands(row.getBoolean("own"), row.getString("hand")),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

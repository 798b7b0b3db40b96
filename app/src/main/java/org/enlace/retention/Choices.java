package org.enlace.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For how long authorities keep requests: dated facts, the newest of an authority and kind counts. */
@Component
class Choices {

    private final JdbcClient jdbc;
    private final Clock clock;

    Choices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By kind. What is not in it, and has nothing for all kinds either, is kept for ever. */
    Map<String, Choice> of(String authority) {
        return jdbc
                .sql(
                        "select distinct on (kind) * from retention.choice where authority = :authority order by kind, since desc")
                .param("authority", authority)
                .query(Choices::choice)
                .list()
                .stream()
                .collect(Collectors.toMap(Choice::kind, Function.identity()));
    }

    /** The authorities that ever chose. */
    List<String> authorities() {
        return jdbc.sql("select distinct authority from retention.choice order by authority")
                .query((row, index) -> row.getString("authority"))
                .list();
    }

    /** The viewer's authority chooses. Choosing the same again records nothing. */
    @Transactional
    public void choose(String kind, @Nullable Period period, String authority, Viewer viewer) {
        var now = of(authority).get(kind);
        if (now == null ? period == null && kind.equals(Choice.ALL_KINDS) : Objects.equals(now.period(), period)) {
            return;
        }
        jdbc.sql("insert into retention.choice values (:authority, :kind, :since, :amount, :unit, :account)")
                .param("authority", authority)
                .param("kind", kind)
                .param("since", clock.instant().atOffset(ZoneOffset.UTC))
                .param("amount", period == null ? null : period.amount(), java.sql.Types.INTEGER)
                .param("unit", period == null ? null : period.unit().code(), java.sql.Types.VARCHAR)
                .param("account", viewer.requireAccount())
                .update();
    }

    private static Choice choice(ResultSet row, int index) throws SQLException {
        var unit = row.getString("unit");
        return new Choice(
                row.getString("kind"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                unit == null
                        ? null
                        : new Period(row.getInt("amount"), Period.Unit.of(unit).orElseThrow()),
                row.getObject("account", UUID.class));
    }
}

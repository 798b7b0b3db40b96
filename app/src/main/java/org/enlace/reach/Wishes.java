package org.enlace.reach;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What authorities and people chose, each choice a dated fact. */
@Component
class Wishes {

    private final JdbcClient sql;
    private final Clock clock;

    Wishes(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The choice in force; nothing where nobody ever chose, which means at once. */
    Optional<Chosen> of(String audience) {
        return sql.sql("select * from reach.wish where audience = :audience order by since desc limit 1")
                .param("audience", audience)
                .query(Wishes::chosen)
                .optional();
    }

    /** Everybody's who does not want everything at once. */
    Map<String, Wish> patient() {
        return sql.sql("""
                        select * from (select distinct on (audience) * from reach.wish order by audience, since desc) newest
                        where manner <> 'at-once'""").query((row, number) -> Map.entry(row.getString("audience"), wish(row))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Choosing the same again records nothing. */
    void choose(String audience, Wish wish, UUID by) {
        if (of(audience).<Wish>map(Chosen::wish).orElseGet(Wish.AtOnce::new).equals(wish)) {
            return;
        }
        var begins = switch (wish) {
            case Wish.AtOnce now -> null;
            case Wish.NotAtNight night -> night.from();
            case Wish.OnceADay day -> day.hour();
        };
        var ends = wish instanceof Wish.NotAtNight night ? night.until() : null;
        sql.sql(
                        "insert into reach.wish values (:audience, :since, :manner, :begins, :ends, :by) on conflict do nothing")
                .param("audience", audience)
                .param("since", clock.instant().atOffset(ZoneOffset.UTC))
                .param("manner", wish.manner().code())
                .param("begins", begins, Types.TIME)
                .param("ends", ends, Types.TIME)
                .param("by", by)
                .update();
    }

    private static Chosen chosen(ResultSet row, int number) throws SQLException {
        return new Chosen(
                wish(row), row.getObject("since", OffsetDateTime.class), row.getObject("account", UUID.class));
    }

    private static Wish wish(ResultSet row) throws SQLException {
        var begins = time(row, "begins");
        var ends = time(row, "ends");
        return switch (Wish.Manner.of(row.getString("manner"))) {
            case AT_ONCE -> new Wish.AtOnce();
            case NOT_AT_NIGHT -> new Wish.NotAtNight(begins, ends);
            case ONCE_A_DAY -> new Wish.OnceADay(begins);
        };
    }

    /** The table holds both where the manner needs them. */
    private static LocalTime time(ResultSet row, String column) throws SQLException {
        @Nullable LocalTime time = row.getObject(column, LocalTime.class);
        return time == null ? LocalTime.MIDNIGHT : time;
    }

    /**
     * A wish that holds.
     *
     * @param since when it was chosen
     * @param by the account that chose
     */
    record Chosen(Wish wish, OffsetDateTime since, UUID by) {}
}

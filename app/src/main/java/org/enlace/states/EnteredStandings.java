package org.enlace.states;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What two persons entered of how states stand to the Organization. */
@Component
class EnteredStandings {

    private final JdbcClient sql;

    EnteredStandings(JdbcClient sql) {
        this.sql = sql;
    }

    Map<StateCode, List<EnteredStanding>> byState() {
        return sql
                .sql("select * from states.entered_standing where not taken_back order by state, since")
                .query((row, n) -> new EnteredStanding(
                        new StateCode(row.getString("state")),
                        FactDate.parse(row.getString("since")).orElseThrow(),
                        row.getString("standing") == null ? null : Standing.valueOf(row.getString("standing")),
                        row.getString("source")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(EnteredStanding::state));
    }

    Optional<EnteredStanding> find(StateCode state, FactDate since) {
        return byState().getOrDefault(state, List.of()).stream()
                .filter(one -> one.since().equals(since))
                .findFirst();
    }

    /** @param takenBack whether there shall be no such fact */
    void keep(
            StateCode state,
            FactDate since,
            @Nullable Standing standing,
            boolean takenBack,
            String source,
            UUID change,
            Instant at) {
        sql.sql("""
                        insert into states.entered_standing (state, since, standing, taken_back, source, change, at)
                        values (:state, :since, :standing, :takenBack, :source, :change, :at)
                        on conflict (state, since) do update set standing = excluded.standing, taken_back = excluded.taken_back,
                            source = excluded.source, change = excluded.change, at = excluded.at
                        """)
                .param("state", state.iso3())
                .param("since", since.toString())
                .param("standing", standing == null ? null : standing.name())
                .param("takenBack", takenBack)
                .param("source", source)
                .param("change", change)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}

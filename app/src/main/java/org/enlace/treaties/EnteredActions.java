package org.enlace.treaties;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Treaty actions that two persons entered, corrected or took out; they go before the rows of the dataset. */
@Component
class EnteredActions {

    private final JdbcClient sql;

    EnteredActions(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param value the action as it shall be, or null when there is none */
    void keep(ActionKey key, @Nullable JsonNode value, String source, UUID change, Instant at) {
        sql.sql("""
                        insert into treaties.entered_action (instrument, state, act, number, date, source, note, change, at)
                        values (:instrument, :state, :act, :number, :date, :source, :note, :change, :at)
                        on conflict (instrument, state, act, number) do update
                        set date = excluded.date, source = excluded.source, note = excluded.note, change = excluded.change, at = excluded.at
                        """)
                .param("instrument", key.instrument())
                .param("state", key.state().iso3())
                .param("act", key.act().name())
                .param("number", key.number())
                .param("date", value == null ? null : value.get("date").asString())
                .param("source", source)
                .param("note", value == null ? "" : value.path("note").asString(""))
                .param("change", change)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}

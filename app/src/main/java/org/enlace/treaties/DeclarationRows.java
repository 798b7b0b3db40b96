package org.enlace.treaties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.states.FactDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What states declared: the rows of the dataset, and before them those that two persons entered, corrected or took out. */
@Component
class DeclarationRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient sql;

    DeclarationRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those of the dataset in its order, then what was entered, oldest first. */
    List<Declaration> all() {
        return sql.sql("""
                        select d.id, d.instrument, d.state, d.kind, d.articles, d.language, d.summary, d.date, d.about, d.source, null as value, d.place,
                               null::timestamptz as at
                        from treaties.declaration d
                        where not exists (select 1 from treaties.entered_declaration e where e.id = d.id)
                        union all
                        select e.id, e.instrument, e.state, null, null, null, null, null, null, e.source, e.value::text, null, e.at
                        from treaties.entered_declaration e
                        where e.value is not null
                        order by place nulls last, at, id
                        """).query(DeclarationRows::declaration).list();
    }

    /** @param value the statement as it shall be, or null when there is none */
    void keep(DeclarationKey key, @Nullable JsonNode value, String source, UUID change, Instant at) {
        sql.sql("""
                        insert into treaties.entered_declaration (id, instrument, state, value, source, change, at)
                        values (:id, :instrument, :state, cast(:value as jsonb), :source, :change, :at)
                        on conflict (id) do update
                        set value = excluded.value, source = excluded.source, change = excluded.change, at = excluded.at
                        """)
                .param("id", key.id())
                .param("instrument", key.instrument())
                .param("state", key.state().iso3())
                .param("value", value == null ? null : value.toString())
                .param("source", source)
                .param("change", change)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void replace(List<Declaration> declarations) {
        sql.sql("delete from treaties.declaration").update();
        for (var place = 0; place < declarations.size(); place++) {
            insert(declarations.get(place), place);
        }
    }

    private void insert(Declaration declaration, int place) {
        var text = declaration.text();
        if (text == null) {
            throw new IllegalStateException("a row of the dataset without its summary: " + declaration.id());
        }
        var said = text.in(Language.EN);
        var date = declaration.date();
        sql.sql("""
                insert into treaties.declaration (place, id, instrument, state, kind, articles, language, summary, date, about, source)
                values (:place, :id, :instrument, :state, :kind, :articles, :language, :summary, :date, :about, :source)
                """)
                .param("place", place)
                .param("id", declaration.id())
                .param("instrument", declaration.instrument())
                .param("state", declaration.state().iso3())
                .param("kind", declaration.kind().name())
                .param("articles", String.join(";", declaration.articles()))
                .param("language", said.language().tag())
                .param("summary", said.text())
                .param("date", date == null ? null : date.toString())
                .param("about", declaration.about())
                .param("source", declaration.source())
                .update();
    }

    private static Declaration declaration(ResultSet row, int number) throws SQLException {
        var id = row.getString("id");
        var instrument = row.getString("instrument");
        var state = new StateCode(row.getString("state"));
        var source = row.getString("source");
        var value = row.getString("value");
        if (value != null) {
            return DeclarationValue.read(id, instrument, state, JSON.readTree(value), source);
        }
        var date = row.getString("date");
        var articles = row.getString("articles");
        return new Declaration(
                id,
                instrument,
                state,
                Declaration.Kind.valueOf(row.getString("kind")),
                articles.isEmpty() ? List.of() : List.of(articles.split(";")),
                new Multilingual(
                        Map.of(Language.of(row.getString("language")).orElseThrow(), row.getString("summary"))),
                true,
                date == null ? null : FactDate.parse(date).orElseThrow(),
                row.getString("about"),
                null,
                List.of(),
                source);
    }
}

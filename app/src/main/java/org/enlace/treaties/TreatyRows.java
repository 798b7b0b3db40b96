package org.enlace.treaties;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.states.FactDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The tables of this room. Lists are kept as one text, parted by semicolons, as in the dataset. */
@Component
class TreatyRows {

    private final JdbcClient sql;
    private final NamedParameterJdbcOperations batches;

    TreatyRows(JdbcClient sql, NamedParameterJdbcOperations batches) {
        this.sql = sql;
        this.batches = batches;
    }

    /** In the order of the dataset: what matters most for electronic evidence first. */
    List<Instrument> instruments() {
        return sql.sql("select * from treaties.instrument order by place")
                .query(TreatyReading::instrument)
                .list();
    }

    Set<String> instrumentIds() {
        return instruments().stream().map(Instrument::id).collect(Collectors.toUnmodifiableSet());
    }

    List<TreatyAction> actions() {
        return sql.sql("select * from treaties.action")
                .query(TreatyReading::action)
                .list();
    }

    List<TreatyAction> actionsOf(Collection<StateCode> states) {
        return ofStates("select * from treaties.action where state in (:states)", states)
                .query(TreatyReading::action)
                .list();
    }

    List<TreatyAction> actionsOf(String instrument) {
        return sql.sql("select * from treaties.action where instrument = :instrument")
                .param("instrument", instrument)
                .query(TreatyReading::action)
                .list();
    }

    List<Observation> observations() {
        return sql.sql("select * from treaties.observation")
                .query(TreatyReading::observation)
                .list();
    }

    List<Observation> observationsOf(Collection<StateCode> states) {
        return ofStates("select * from treaties.observation where state in (:states)", states)
                .query(TreatyReading::observation)
                .list();
    }

    List<Observation> observationsOf(String instrument) {
        return sql.sql("select * from treaties.observation where instrument = :instrument")
                .param("instrument", instrument)
                .query(TreatyReading::observation)
                .list();
    }

    void replaceInstruments(List<Instrument> instruments) {
        sql.sql("delete from treaties.instrument").update();
        for (var place = 0; place < instruments.size(); place++) {
            insert(instruments.get(place), place);
        }
    }

    void replaceActions(List<TreatyAction> actions) {
        sql.sql("delete from treaties.treaty_action").update();
        batches.batchUpdate("""
                insert into treaties.treaty_action (instrument, state, act, number, date, source, note)
                values (:instrument, :state, :act, :number, :date, :source, :note)
                """, actions.stream().map(TreatyRows::parameters).toArray(SqlParameterSource[]::new));
    }

    void replaceObservations(List<Observation> observations) {
        sql.sql("delete from treaties.observation").update();
        for (var observation : observations) {
            sql.sql("""
                    insert into treaties.observation (instrument, state, position, seen, source, note)
                    values (:instrument, :state, :position, :seen, :source, :note)
                    """)
                    .param("instrument", observation.instrument())
                    .param("state", observation.state().iso3())
                    .param("position", observation.position().name())
                    .param("seen", observation.seen().toString())
                    .param("source", observation.source())
                    .param("note", observation.note())
                    .update();
        }
    }

    private void insert(Instrument instrument, int place) {
        var rule = instrument.rule();
        var mark = instrument.ruleMark();
        var insert = sql.sql("""
                insert into treaties.instrument (id, place, short_en, short_es, short_fr, short_pt, title_en, title_es, title_fr,
                    title_pt, depositary, adopted, adopted_at, opened, in_force, in_force_since, reference, parent, subjects,
                    force_rule, force_article, force_mark, sources)
                values (:id, :place, :shortEn, :shortEs, :shortFr, :shortPt, :titleEn, :titleEs, :titleFr, :titlePt, :depositary,
                    :adopted, :adoptedAt, :opened, :inForce, :since, :reference, :parent, :subjects, :rule, :article, :mark, :sources)
                """)
                .param("id", instrument.id())
                .param("place", place)
                .param("depositary", instrument.depositary())
                .param("adopted", text(instrument.adopted()))
                .param("adoptedAt", instrument.adoptedAt())
                .param("opened", text(instrument.opened()))
                .param("inForce", instrument.inForce().name())
                .param("since", instrument.inForceSince())
                .param("reference", instrument.reference())
                .param("parent", instrument.parent())
                .param("subjects", String.join(";", instrument.subjects()))
                .param("rule", rule == null ? null : rule.name())
                .param("article", instrument.ruleArticle())
                .param("mark", mark == null ? null : mark.name())
                .param("sources", String.join(";", instrument.sources()));
        named(named(insert, "short", instrument.shortName()), "title", instrument.title())
                .update();
    }

    private static SqlParameterSource parameters(TreatyAction action) {
        return new MapSqlParameterSource("instrument", action.instrument())
                .addValue("state", action.state().iso3())
                .addValue("act", action.act().name())
                .addValue("number", action.number())
                .addValue("date", action.date().toString())
                .addValue("source", action.source())
                .addValue("note", action.note());
    }

    private StatementSpec ofStates(String query, Collection<StateCode> states) {
        return sql.sql(query)
                .param("states", states.stream().map(StateCode::iso3).toList());
    }

    private static StatementSpec named(StatementSpec statement, String stem, Multilingual text) {
        return statement
                .param(stem + "En", text.texts().get(Language.EN))
                .param(stem + "Es", text.texts().get(Language.ES))
                .param(stem + "Fr", text.texts().get(Language.FR))
                .param(stem + "Pt", text.texts().get(Language.PT));
    }

    private static @Nullable String text(@Nullable FactDate date) {
        return date == null ? null : date.toString();
    }
}

package org.enlace.requirements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of this room, written once and never changed. */
@Component
class RuleRows {

    private final JdbcClient sql;

    RuleRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those that hold on a day, by form and field. */
    List<Rule> of(StateCode state, LocalDate on) {
        return sql.sql("""
                select * from (
                    select distinct on (form, field) * from requirements.version
                    where state = :state and since <= :on order by form, field, since desc, at desc) r
                where not gone order by form, field
                """)
                .param("state", state.iso3())
                .param("on", on)
                .query(RuleRows::rule)
                .list();
    }

    /** What was approved last, whether or not its day has come. */
    Optional<Rule> latest(StateCode state, String form, String field) {
        return sql.sql("""
                select * from (
                    select * from requirements.version where state = :state and form = :form and field = :field order by at desc limit 1) r
                where not gone
                """)
                .param("state", state.iso3())
                .param("form", form)
                .param("field", field)
                .query(RuleRows::rule)
                .optional();
    }

    /**
     * @param change the change that was approved
     * @param gone whether the state takes it back, from the rule's day on
     */
    void keep(Rule rule, boolean gone, UUID change, Instant at) {
        var need = rule.need();
        var paper = rule.paper();
        sql.sql("""
                insert into requirements.version (change, state, form, field, gone, at, since, need, languages, paper, note_en, note_es, note_fr, note_pt, evidence)
                values (:change, :state, :form, :field, :gone, :at, :since, cast(:need as text), :languages, cast(:paper as text), :en, :es, :fr, :pt, :evidence)
                """)
                .param("change", change)
                .param("state", rule.state().iso3())
                .param("form", rule.form())
                .param("field", rule.field())
                .param("gone", gone)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("since", rule.since())
                .param("need", need == null ? null : need.code())
                .param("languages", String.join(";", rule.languages()))
                .param("paper", paper == null ? null : paper.code())
                .param("en", text(rule.note(), Language.EN))
                .param("es", text(rule.note(), Language.ES))
                .param("fr", text(rule.note(), Language.FR))
                .param("pt", text(rule.note(), Language.PT))
                .param("evidence", rule.evidence())
                .update();
    }

    static String text(@Nullable Multilingual note, Language language) {
        return note == null ? "" : note.texts().getOrDefault(language, "");
    }

    static @Nullable Multilingual note(String en, String es, String fr, String pt) {
        return Stream.of(en, es, fr, pt).allMatch(String::isBlank) ? null : Multilingual.of(en, es, fr, pt);
    }

    private static Rule rule(ResultSet row, int number) throws SQLException {
        var need = row.getString("need");
        var languages = row.getString("languages");
        var paper = row.getString("paper");
        return new Rule(
                new StateCode(row.getString("state")),
                row.getString("form"),
                row.getString("field"),
                need == null ? null : Rule.Need.of(need).orElseThrow(),
                languages.isEmpty() ? List.of() : List.of(languages.split(";")),
                paper == null ? null : Rule.Paper.of(paper).orElseThrow(),
                note(
                        row.getString("note_en"),
                        row.getString("note_es"),
                        row.getString("note_fr"),
                        row.getString("note_pt")),
                row.getObject("since", LocalDate.class),
                row.getString("evidence"));
    }
}

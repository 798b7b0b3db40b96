package org.enlace.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of this room, written once and never changed. */
@Component
class ChangeRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String CHANGE =
            "select c.*, d.verdict, d.by, d.by_name, d.reason, d.at from changes.change c left join changes.decision d on d.change = c.id ";

    private final JdbcClient jdbc;

    ChangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Change change) {
        jdbc.sql("""
                        insert into changes.change (id, kind, subject, state, before, after, way, source, address, note, due,
                                                    proposed_by, proposed_by_name, proposed_at)
                        values (:id, :kind, :subject, :state, cast(:before as jsonb), cast(:after as jsonb), :way, :source, :address, :note,
                                cast(:due as date), :by, :name, :at)
                        """)
                .param("id", change.id())
                .param("kind", change.kind())
                .param("subject", change.subject())
                .param("state", change.state().iso3())
                .param("before", text(change.before()))
                .param("after", text(change.after()))
                .param("way", change.grounds().way().name())
                .param("source", change.grounds().source())
                .param("address", change.grounds().address())
                .param("note", change.grounds().note())
                .param("due", change.due() == null ? null : change.due().toString())
                .param("by", change.by().account())
                .param("name", change.by().name())
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Until the transaction ends nobody else decides on this fact. */
    void lock(String kind, String subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:fact, 0))")
                .param("fact", kind + '/' + subject)
                .query((row, number) -> number)
                .single();
    }

    /** @return whether it was the first decision */
    boolean decide(Change change, Change.Decision decision) {
        return jdbc.sql("""
                        insert into changes.decision (change, proposed_by, verdict, by, by_name, reason, at)
                        values (:change, :proposedBy, :verdict, :by, :name, :reason, :at) on conflict (change) do nothing
                        """)
                        .param("change", change.id())
                        .param("proposedBy", change.by().account())
                        .param("verdict", decision.verdict().name())
                        .param("by", decision.by().account())
                        .param("name", decision.by().name())
                        .param("reason", decision.reason())
                        .param("at", decision.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Change> find(UUID id) {
        return jdbc.sql(CHANGE + "where c.id = :id")
                .param("id", id)
                .query(ChangeRows::change)
                .optional();
    }

    List<Change> of(String kind, String subject) {
        return jdbc.sql(CHANGE + "where c.kind = :kind and c.subject = :subject order by c.proposed_at desc")
                .param("kind", kind)
                .param("subject", subject)
                .query(ChangeRows::change)
                .list();
    }

    List<Change> waiting() {
        return jdbc.sql(CHANGE + "where d.change is null order by c.due nulls last, c.proposed_at")
                .query(ChangeRows::change)
                .list();
    }

    List<Change> decided() {
        return jdbc.sql(CHANGE + "where d.change is not null order by d.at desc limit 200")
                .query(ChangeRows::change)
                .list();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        var due = row.getObject("due", LocalDate.class);
        return new Change(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                new StateCode(row.getString("state")),
                value(row.getString("before")),
                value(row.getString("after")),
                new Change.Grounds(
                        Change.Way.valueOf(row.getString("way")),
                        row.getString("source"),
                        row.getString("address"),
                        row.getString("note")),
                due,
                new Change.Person(row.getObject("proposed_by", UUID.class), row.getString("proposed_by_name")),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                decision(row));
    }

    private static Change.@Nullable Decision decision(ResultSet row) throws SQLException {
        var verdict = row.getString("verdict");
        return verdict == null
                ? null
                : new Change.Decision(
                        Change.Verdict.valueOf(verdict),
                        new Change.Person(row.getObject("by", UUID.class), row.getString("by_name")),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable JsonNode value(@Nullable String text) {
        return text == null ? null : JSON.readTree(text);
    }
}

package org.enlace.mandates;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of this room, written once and never changed. Nothing here asks who looks: whoever shows a mandate to people takes it from {@link Mandates}. */
@Component
class MandateRows {

    private static final String MANDATE = """
            select m.*, (select max(c.at) from mandates.confirmation c where c.mandate = m.id) as confirmed_at
            from (select distinct on (id) * from mandates.version order by id, at desc) m
            where not m.gone
            """;

    private final JdbcClient sql;
    private final Clock clock;

    MandateRows(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<Mandate> all() {
        return sql.sql(MANDATE + " order by m.state, m.network, m.since desc, m.id")
                .query(MandateRows::mandate)
                .list();
    }

    Optional<Mandate> find(UUID id) {
        return sql.sql(MANDATE + " and m.id = :id")
                .param("id", id)
                .query(MandateRows::mandate)
                .optional();
    }

    /** Whether there is, or ever was, such a mandate. */
    boolean knows(UUID id) {
        return sql.sql("select exists (select 1 from mandates.version where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /**
     * @param change the change that was approved
     * @param gone whether there is no such mandate any more; the rest says what was taken out
     */
    void keep(Mandate mandate, boolean gone, UUID change) {
        var term = mandate.term();
        sql.sql("""
                insert into mandates.version (change, id, gone, at, state, authority, network, name, role, since, until, suspended_since,
                    suspended_until, email, telephone, languages, visibility, evidence)
                values (:change, :id, :gone, :at, :state, :authority, :network, :name, :role, :since, cast(:until as date),
                    cast(:suspendedSince as date), cast(:suspendedUntil as date), :email, :telephone, :languages, :visibility, :evidence)
                """)
                .param("change", change)
                .param("id", mandate.id())
                .param("gone", gone)
                .param("at", mandate.approvedAt().atOffset(ZoneOffset.UTC))
                .param("state", mandate.state().iso3())
                .param("authority", mandate.authority())
                .param("network", mandate.network().name())
                .param("name", mandate.name())
                .param("role", mandate.role())
                .param("since", term.since())
                .param("until", text(term.until()))
                .param("suspendedSince", text(term.suspendedSince()))
                .param("suspendedUntil", text(term.suspendedUntil()))
                .param("email", mandate.reach().email())
                .param("telephone", mandate.reach().telephone())
                .param("languages", String.join(";", mandate.reach().languages()))
                .param("visibility", mandate.visibility().name())
                .param("evidence", mandate.evidence())
                .update();
    }

    /** "Still the same person": the state says so. */
    void confirm(Mandate mandate, Viewer viewer) {
        sql.sql(
                        "insert into mandates.confirmation (id, mandate, by, by_name, at) values (:id, :mandate, :by, :name, :at)")
                .param("id", Generators.timeBasedEpochRandomGenerator().generate())
                .param("mandate", mandate.id())
                .param("by", viewer.requireAccount())
                .param("name", viewer.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Mandate mandate(ResultSet row, int number) throws SQLException {
        return new Mandate(
                row.getObject("id", UUID.class),
                new StateCode(row.getString("state")),
                row.getString("authority"),
                Network.valueOf(row.getString("network")),
                row.getString("name"),
                row.getString("role"),
                new Mandate.Term(
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getObject("suspended_since", LocalDate.class),
                        row.getObject("suspended_until", LocalDate.class)),
                new Mandate.Reach(row.getString("email"), row.getString("telephone"), list(row.getString("languages"))),
                Visibility.valueOf(row.getString("visibility")),
                row.getString("evidence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("confirmed_at", OffsetDateTime.class)));
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(";"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}

package org.enlace.interchange;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.ledger.Hash;
import org.enlace.states.FactDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The lists that were taken in, for the secretariat; to everybody else they are absent. */
@Component
class Imports {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient sql;
    private final Clock clock;

    Imports(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    static boolean mayUse(Viewer viewer) {
        return viewer.is(Role.SECRETARIAT);
    }

    static void requireMayUse(Viewer viewer) {
        if (!mayUse(viewer)) {
            throw Refused.absent();
        }
    }

    List<Import> all(Viewer viewer) {
        requireMayUse(viewer);
        return sql.sql("select * from interchange.import order by at desc")
                .query(Imports::imported)
                .list();
    }

    /** @throws Refused absent, when there is none, or the viewer may not see it */
    Import require(UUID id, Viewer viewer) {
        requireMayUse(viewer);
        return sql.sql("select * from interchange.import where id = :id")
                .param("id", id)
                .query(Imports::imported)
                .optional()
                .orElseThrow(Refused::absent);
    }

    Import add(ImportForm form, Viewer viewer) {
        requireMayUse(viewer);
        var taken = new Import(
                Generators.timeBasedEpochRandomGenerator().generate(),
                form.owner(),
                FactDate.parse(form.day()).orElseThrow(),
                form.address(),
                form.fileName(),
                form.text(),
                viewer.requireAccount(),
                viewer.name(),
                clock.instant());
        sql.sql("""
                        insert into interchange.import (id, owner, day, address, file_name, content, sha256, by, by_name, at)
                        values (:id, :owner, :day, :address, :fileName, :content, :hash, :by, :name, :at)
                        """)
                .param("id", taken.id())
                .param("owner", taken.owner())
                .param("day", taken.day().toString())
                .param("address", taken.address())
                .param("fileName", taken.fileName())
                .param("content", taken.content())
                .param(
                        "hash",
                        Hash.sha256(taken.content().getBytes(StandardCharsets.UTF_8))
                                .hex())
                .param("by", taken.by())
                .param("name", taken.byName())
                .param("at", taken.at().atOffset(ZoneOffset.UTC))
                .update();
        return taken;
    }

    Optional<Mapping> mapping(Import taken) {
        return sql.sql("select columns from interchange.mapping where import = :id order by at desc, id desc limit 1")
                .param("id", taken.id())
                .query((row, n) -> Mapping.read(JSON.readTree(row.getString("columns"))))
                .optional();
    }

    void map(Import taken, Mapping mapping, Viewer viewer) {
        sql.sql("""
                        insert into interchange.mapping (id, import, columns, by, at)
                        values (:id, :import, cast(:columns as jsonb), :by, :at)
                        """)
                .param("id", Generators.timeBasedEpochRandomGenerator().generate())
                .param("import", taken.id())
                .param("columns", mapping.json().toString())
                .param("by", viewer.requireAccount())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Proposal> proposals(Import taken) {
        return sql.sql("select change, line, fields from interchange.proposal where import = :id order by line, at")
                .param("id", taken.id())
                .query((row, n) ->
                        new Proposal(row.getObject("change", UUID.class), row.getLong("line"), row.getString("fields")))
                .list();
    }

    void propose(Import taken, Proposal proposal, Viewer viewer) {
        sql.sql("""
                        insert into interchange.proposal (change, import, line, fields, by, at)
                        values (:change, :import, :line, :fields, :by, :at)
                        """)
                .param("change", proposal.change())
                .param("import", taken.id())
                .param("line", proposal.line())
                .param("fields", proposal.fields())
                .param("by", viewer.requireAccount())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Import imported(ResultSet row, int number) throws SQLException {
        return new Import(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                FactDate.parse(row.getString("day")).orElseThrow(),
                row.getString("address"),
                row.getString("file_name"),
                row.getString("content"),
                row.getObject("by", UUID.class),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /**
     * What was proposed because of a line.
     *
     * @param fields names of {@link Column}, with commas between them; empty for a new authority
     */
    record Proposal(UUID change, long line, String fields) {}
}

package org.enlace.states;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was read from the dataset, when, and which rows were refused: kept for the operator and the secretariat. */
@Component
class ImportLog {

    private final JdbcClient sql;

    ImportLog(JdbcClient sql) {
        this.sql = sql;
    }

    /** The fingerprint of the dataset when this file was last read; holds the file's row until the transaction ends, so that two starts do not read it at once. */
    Optional<String> lastFingerprint(String file) {
        sql.sql("""
                insert into states.data_file (name, fingerprint, facts, refused, read_at)
                values (:file, '', 0, 0, now()) on conflict (name) do nothing
                """).param("file", file).update();
        return sql.sql("select fingerprint from states.data_file where name = :file for update")
                .param("file", file)
                .query(String.class)
                .optional();
    }

    void record(String file, String fingerprint, int facts, List<RefusedRow> refused, Instant at) {
        sql.sql("""
                insert into states.data_file (name, fingerprint, facts, refused, read_at)
                values (:file, :fingerprint, :facts, :refused, :at)
                on conflict (name) do update
                set fingerprint = excluded.fingerprint, facts = excluded.facts, refused = excluded.refused, read_at = excluded.read_at
                """)
                .param("file", file)
                .param("fingerprint", fingerprint)
                .param("facts", facts)
                .param("refused", refused.size())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        sql.sql("delete from states.refused_row where file = :file")
                .param("file", file)
                .update();
        refused.forEach(this::keep);
    }

    List<ReadFile> files() {
        return sql.sql("select name, facts, refused, read_at from states.data_file order by name")
                .query((row, n) -> new ReadFile(
                        row.getString("name"),
                        row.getInt("facts"),
                        row.getInt("refused"),
                        row.getObject("read_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<RefusedRow> refused() {
        return sql.sql("select file, line, reason, field, content from states.refused_row order by file, line")
                .query((row, n) -> new RefusedRow(
                        row.getString("file"),
                        row.getLong("line"),
                        BadRow.Reason.valueOf(row.getString("reason")),
                        row.getString("field"),
                        row.getString("content")))
                .list();
    }

    private void keep(RefusedRow row) {
        sql.sql("""
                insert into states.refused_row (file, line, reason, field, content)
                values (:file, :line, :reason, :field, :content)
                """)
                .param("file", row.file())
                .param("line", row.line())
                .param("reason", row.reason().name())
                .param("field", row.column())
                .param("content", row.value())
                .update();
    }

    /** A file of the dataset as it was last read. */
    record ReadFile(String name, int facts, int refused, Instant readAt) {}

    /** A row that did not become a fact. Line 0 stands for the whole file. */
    record RefusedRow(String file, long line, BadRow.Reason reason, String column, String value) {}
}

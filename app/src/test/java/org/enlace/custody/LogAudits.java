package org.enlace.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.enlace.ledger.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a whole log out of the database, as an auditor with a copy of it would. */
final class LogAudits {
    private LogAudits() {}

    static Audit.Report audit(LogForTests log) {
        try {
            return Audit.of(log.tree, log.signer.logKey(), notes(log.application));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All checkpoints that were ever published, from the smallest. */
    static List<String> notes(JdbcClient database) {
        return database.sql("select note from custody.checkpoint order by size")
                .query((row, number) -> row.getString("note"))
                .list();
    }

    static void assertSound(LogForTests log) {
        assertThat(audit(log).first()).isEmpty();
    }
}

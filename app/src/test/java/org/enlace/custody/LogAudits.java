package org.enlace.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.enlace.ledger.Audit;

/** Reads a whole log out of the database, as an auditor with a copy of it would. */
final class LogAudits {
    private LogAudits() {}

    static Audit.Report audit(LogForTests log) {
        try {
            return Audit.of(log.tree, log.signer.logKey(), log.tree.notes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void assertSound(LogForTests log) {
        assertThat(audit(log).first()).isEmpty();
    }
}

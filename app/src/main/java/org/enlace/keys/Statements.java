package org.enlace.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.enlace.custody.Custody;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Malformed;
import org.enlace.ledger.Signed;
import org.enlace.ledger.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The statements about keys as they came, each entered into the custody log with the act that brought it. */
@Component
class Statements {

    /** How far the author's clock and ours may be apart. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final Custody custody;
    private final Clock clock;

    Statements(JdbcClient database, Custody custody, Clock clock) {
        this.database = database;
        this.custody = custody;
        this.clock = clock;
    }

    /**
     * Reads what a browser sent. Who signed it is for the caller to check.
     *
     * @throws org.enlace.Refused when it is not a statement of this kind, or its time is far from ours
     */
    <T extends Statement> Read<T> read(String compact, Class<T> kind) {
        var jws = jws(compact);
        Signed signed;
        try {
            signed = Signed.of(jws);
        } catch (Malformed unreadable) {
            throw KeysRefusal.UNREADABLE.refused();
        }
        if (!kind.isInstance(signed)) {
            throw KeysRefusal.UNREADABLE.refused();
        }
        var statement = kind.cast(signed);
        requireFresh(statement.time());
        return new Read<>(jws, statement);
    }

    static Jws jws(String compact) {
        try {
            return Jws.parse(compact);
        } catch (Malformed unreadable) {
            throw KeysRefusal.UNREADABLE.refused();
        }
    }

    void requireFresh(Instant time) {
        if (Duration.between(time, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            throw KeysRefusal.CLOCK_APART.refused();
        }
    }

    /** Keeps a statement and enters it into the log, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(Read<?> read) {
        var now = clock.instant();
        var digest = read.jws().digest();
        var statement = read.statement();
        var entry = custody.append(statement.entryKind(), statement.subject(), digest, now);
        database.sql("""
                        insert into keys.statement (digest, kind, jws, entry, entered_at)
                        values (:digest, :kind, :jws, :entry, :now)""")
                .param("digest", digest.bytes())
                .param("kind", statement.entryKind().name())
                .param("jws", read.jws().compact())
                .param("entry", entry)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The statements with these digests, in the order in which they were entered. */
    List<Kept> find(Collection<Hash> digests) {
        return digests.isEmpty()
                ? List.of()
                : database.sql("select * from keys.statement where digest in (:digests) order by entry")
                        .param("digests", digests.stream().map(Hash::bytes).toList())
                        .query(Statements::kept)
                        .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(Hash.of(row.getBytes("digest")), row.getString("jws"), row.getObject("entry", UUID.class));
    }

    /** A statement that was read and not yet believed. */
    record Read<T extends Statement>(Jws jws, T statement) {}

    /**
     * A statement that was believed and entered.
     *
     * @param entry the id of its entry in the custody log
     */
    record Kept(Hash digest, String jws, UUID entry) {}
}

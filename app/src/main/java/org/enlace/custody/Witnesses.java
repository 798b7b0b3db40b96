package org.enlace.custody;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.enlace.ledger.Checkpoint;
import org.enlace.ledger.Hash;
import org.enlace.ledger.LogSigner;
import org.enlace.ledger.Malformed;
import org.enlace.ledger.SignedNote;
import org.enlace.ledger.WitnessKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Those who watch this log from outside, and what they said of it. Threat: whoever holds the server puts it back to yesterday. The database then forgets; what a
 * witness kept does not, and bears the signature of our own key.
 */
@Component
class Witnesses {
    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);

    private final JdbcClient database;
    private final Tree tree;
    private final LogSigner signer;
    private final Clock clock;
    private final List<WitnessKey> keys;

    Witnesses(JdbcClient database, Tree tree, LogSigner signer, Clock clock, CustodySettings settings) {
        this.database = database;
        this.tree = tree;
        this.signer = signer;
        this.clock = clock;
        this.keys = settings.keys();
    }

    /**
     * A witness whose key the operator knows.
     *
     * @param size of the checkpoint it cosigned last; 0 before the first
     * @param at when it was last heard of, by this server's clock; null before that
     */
    record Seen(
            String name, String key, long size, @Nullable Instant at) {}

    /**
     * Takes what a witness sends: a checkpoint with its line.
     *
     * @return nothing, or why it was not taken; a contradiction is written down all the same
     */
    @Transactional
    Optional<CustodyRefusal> take(String sent) {
        SignedNote note;
        Checkpoint checkpoint;
        try {
            note = SignedNote.parse(sent);
            checkpoint = Checkpoint.verified(sent, signer.logKey());
        } catch (Malformed wrong) {
            return Optional.of(CustodyRefusal.NOT_OUR_CHECKPOINT);
        }
        if (!isOurs(checkpoint)) {
            writeDown(note, checkpoint);
            return Optional.of(CustodyRefusal.CONTRADICTS);
        }
        var known = keys.stream().filter(key -> key.cosigned(note).isPresent()).toList();
        known.forEach(key -> keep(key, note, checkpoint.size()));
        return known.isEmpty() ? Optional.of(CustodyRefusal.UNKNOWN_WITNESS) : Optional.empty();
    }

    /** The checkpoint as it is published, with the lines of those who cosigned it. */
    String cosigned(Tree.Published checkpoint) {
        var note = SignedNote.parse(checkpoint.note());
        var lines = database.sql("select line from custody.cosignature where size = :size order by witness")
                .param("size", checkpoint.checkpoint().size())
                .query((row, number) -> row.getString("line"))
                .list();
        for (var line : lines) {
            note = note.with(SignedNote.Signature.parse(line));
        }
        return note.encode();
    }

    List<Seen> all() {
        return keys.stream().map(this::seen).toList();
    }

    /** When the first contradiction was written down; nothing as long as all is well. */
    Optional<Instant> contradictedSince() {
        return database.sql("select min(at) from custody.contradiction")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    private boolean isOurs(Checkpoint checkpoint) {
        return tree.ofSize(checkpoint.size())
                .map(Tree.Published::checkpoint)
                .filter(checkpoint::equals)
                .isPresent();
    }

    private void keep(WitnessKey witness, SignedNote note, long size) {
        var line = note.signatures().stream()
                .filter(each -> each.name().equals(witness.name()))
                .findFirst()
                .orElseThrow()
                .line()
                .strip();
        database.sql("""
                        insert into custody.cosignature (size, witness, line, at) values (:size, :witness, :line, :at)
                        on conflict do nothing
                        """)
                .param("size", size)
                .param("witness", witness.name())
                .param("line", line)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        database.sql("""
                        insert into custody_work.witness (name, size, at) values (:name, :size, :at)
                        on conflict (name) do update set size = excluded.size, at = excluded.at
                        """)
                .param("name", witness.name())
                .param("size", size)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private void writeDown(SignedNote note, Checkpoint checkpoint) {
        LOG.error(
                "A checkpoint of {} entries bears the signature of this log and is not in it: the log was put back to an earlier state, or its key is used elsewhere. See the operator guide, \"Witnesses\".",
                checkpoint.size());
        database.sql("""
                        insert into custody.contradiction (digest, note, at) values (:digest, :note, :at)
                        on conflict do nothing
                        """)
                .param(
                        "digest",
                        Hash.sha256(note.encode().getBytes(StandardCharsets.UTF_8))
                                .hex())
                .param("note", note.encode())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private Seen seen(WitnessKey key) {
        return database.sql("select size, at from custody_work.witness where name = :name")
                .param("name", key.name())
                .query((row, number) -> new Seen(
                        key.name(),
                        key.line(),
                        row.getLong("size"),
                        row.getTimestamp("at").toInstant()))
                .optional()
                .orElseGet(() -> new Seen(key.name(), key.line(), 0, null));
    }
}

package org.enlace.custody;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.enlace.ledger.Entry;
import org.enlace.ledger.Hash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries, sequenced and not yet sequenced. */
@Component
class Entries {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final JdbcClient database;

    Entries(JdbcClient database) {
        this.database = database;
    }

    /** Writes the entry's bytes and marks it as waiting for its index, in one statement of the caller's transaction. */
    UUID append(Entry.Kind kind, @Nullable String subject, Hash digest, Instant at) {
        var entry = new Entry(kind, IDS.generate(), at.truncatedTo(ChronoUnit.MILLIS), subject, digest);
        database.sql("""
                        with written as (
                            insert into custody.entry (id, subject, bytes) values (:id, :subject, :bytes) returning id)
                        insert into custody_work.pending (entry) select id from written""")
                .param("id", entry.id())
                .param("subject", subject)
                .param("bytes", entry.encode())
                .update();
        return entry.id();
    }

    /** The oldest that have no index yet, in the order of their ids. */
    List<Written> pending(int most) {
        return database.sql("""
                        select entry.id, entry.bytes from custody_work.pending join custody.entry on entry.id = pending.entry
                        order by pending.entry limit :most""")
                .param("most", most)
                .query((row, number) -> new Written(row.getObject("id", UUID.class), new Bytes(row.getBytes("bytes"))))
                .list();
    }

    /** The sequencer's own bookkeeping, in the transaction that gave these entries their indexes. */
    void sequenced(List<UUID> entries) {
        database.sql("delete from custody_work.pending where entry = any(:entries)")
                .param("entries", entries.toArray(UUID[]::new))
                .update();
    }

    /** The indexes of those among these entries that have one. */
    Map<UUID, Long> indexes(Collection<UUID> entries) {
        var indexes = new HashMap<UUID, Long>();
        if (!entries.isEmpty()) {
            database.sql("select entry, index from custody.leaf where entry = any(:entries)")
                    .param("entries", entries.toArray(UUID[]::new))
                    .query(row -> {
                        indexes.put(row.getObject("entry", UUID.class), row.getLong("index"));
                    });
        }
        return indexes;
    }

    /** The bytes of these entries. */
    Map<UUID, Bytes> bytes(Collection<UUID> entries) {
        var bytes = new HashMap<UUID, Bytes>();
        if (!entries.isEmpty()) {
            database.sql("select id, bytes from custody.entry where id = any(:entries)")
                    .param("entries", entries.toArray(UUID[]::new))
                    .query(row -> {
                        bytes.put(row.getObject("id", UUID.class), new Bytes(row.getBytes("bytes")));
                    });
        }
        return bytes;
    }

    /** The newest entry about a subject, whether it has an index yet or not. */
    Optional<Entry> newestAbout(String subject) {
        return database.sql("select bytes from custody.entry where subject = :subject order by id desc limit 1")
                .param("subject", subject)
                .query((row, number) -> Entry.parse(row.getBytes("bytes")))
                .optional();
    }

    /** An entry as it was written. */
    record Written(UUID id, Bytes bytes) {}
}

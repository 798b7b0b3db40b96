package org.enlace.custody;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.enlace.ledger.Checkpoint;
import org.enlace.ledger.ConsistencyProof;
import org.enlace.ledger.HashSource;
import org.enlace.ledger.InclusionProof;

/**
 * The log as one checkpoint has it: all proofs taken from one of these belong together. For use by one thread, and at once: it is not refreshed.
 */
public final class PublishedLog {
    private final String note;
    private final Checkpoint checkpoint;
    private final HashSource hashes;
    private final Entries entries;

    PublishedLog(String note, Checkpoint checkpoint, HashSource hashes, Entries entries) {
        this.note = note;
        this.checkpoint = checkpoint;
        this.hashes = hashes;
        this.entries = entries;
    }

    /** The signed note as it is published. */
    public String note() {
        return note;
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The proof that an entry is in this log; nothing if it is not (yet). */
    public Optional<Proven> proven(UUID entry) {
        return Optional.ofNullable(proven(List.of(entry)).get(entry));
    }

    /** The proofs of those among these entries that are in this log. */
    public Map<UUID, Proven> proven(Collection<UUID> wanted) {
        var bytes = entries.bytes(wanted);
        var proven = new HashMap<UUID, Proven>();
        entries.indexes(wanted).forEach((entry, index) -> {
            var written = bytes.get(entry);
            if (index < checkpoint.size() && written != null) {
                proven.put(entry, new Proven(written.toArray(), inclusion(index)));
            }
        });
        return proven;
    }

    /**
     * The proof that this log continues the one of an earlier size.
     *
     * @throws IllegalArgumentException if the size is negative or larger than this log's
     */
    public ConsistencyProof since(long size) {
        return ConsistencyProof.of(size, checkpoint.size(), hashes);
    }

    InclusionProof inclusion(long index) {
        return InclusionProof.of(index, checkpoint.size(), hashes);
    }

    /** An entry of the log: its bytes as they were hashed, and the proof of its place under this log's checkpoint. */
    public static final class Proven {
        private final byte[] entry;
        private final InclusionProof proof;

        Proven(byte[] entry, InclusionProof proof) {
            this.entry = entry;
            this.proof = proof;
        }

        public byte[] entry() {
            return entry.clone();
        }

        public long index() {
            return proof.index();
        }

        public InclusionProof proof() {
            return proof;
        }
    }
}

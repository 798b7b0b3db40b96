package org.enlace.custody;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.enlace.database.ClockCheck;
import org.enlace.ledger.Entry;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;
import org.enlace.ledger.LogKey;
import org.enlace.ledger.LogSigner;
import org.enlace.ledger.Receipt;
import org.enlace.ledger.Reminder;
import org.enlace.ledger.SignedRefusal;
import org.enlace.ledger.TileHashes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What other rooms ask of the custody log. Appending is part of the caller's act: both happen or neither does. The index comes a moment after the commit.
 */
@Component
public class Custody {
    private final Entries entries;
    private final Tree tree;
    private final Sequencer sequencer;
    private final LogSigner signer;
    private final Dating dating;

    Custody(Entries entries, Tree tree, Sequencer sequencer, LogSigner signer, Dating dating) {
        this.entries = entries;
        this.tree = tree;
        this.sequencer = sequencer;
        this.signer = signer;
        this.dating = dating;
    }

    /** As {@link #append(Entry.Kind, String, Hash, Instant)}, dated now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID append(Entry.Kind kind, @Nullable String subject, Hash digest) {
        return append(kind, subject, digest, dating.now());
    }

    /**
     * Enters a thing into the log, in the caller's transaction.
     *
     * @param subject for the kinds that have one, otherwise null
     * @param digest SHA-256 over the exact bytes of the thing
     * @param at the time of the caller's act by the server's clock; cut to milliseconds
     * @return the entry's id, by which its index and proof are found later
     * @throws org.enlace.Refused while the clocks of application and database are apart, for then nothing can be dated
     * @throws IllegalArgumentException if kind and subject do not fit
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID append(Entry.Kind kind, @Nullable String subject, Hash digest, Instant at) {
        dating.require();
        var entry = entries.append(kind, subject, digest, at);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sequencer.nudge();
            }
        });
        return entry;
    }

    /** The index of an entry, or nothing while it has none. */
    public OptionalLong indexOf(UUID entry) {
        var index = entries.indexes(List.of(entry)).get(entry);
        return index == null ? OptionalLong.empty() : OptionalLong.of(index);
    }

    /** The indexes of those among these entries that have one. */
    public Map<UUID, Long> indexesOf(Collection<UUID> wanted) {
        return entries.indexes(wanted);
    }

    /** Waits for the index of an entry that was committed; nothing if the log is later than the time given. Not to be called within a transaction. */
    public OptionalLong awaitIndex(UUID entry, Duration atMost) {
        var index = awaitIndexes(List.of(entry), atMost).get(entry);
        return index == null ? OptionalLong.empty() : OptionalLong.of(index);
    }

    /** As {@link #awaitIndex}, for several entries: the indexes known in time, perhaps not all. */
    public Map<UUID, Long> awaitIndexes(Collection<UUID> wanted, Duration atMost) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "An entry gets its index after the commit: waiting for it within the transaction is waiting for ever.");
        }
        sequencer.nudge();
        return sequencer.waiting().await(List.copyOf(wanted), atMost.toNanos(), entries::indexes);
    }

    /** The log as its newest checkpoint has it, for proofs that belong together. */
    public PublishedLog published() {
        var newest = tree.newest().orElseThrow();
        var checkpoint = newest.checkpoint();
        return new PublishedLog(newest.note(), checkpoint, new TileHashes(tree, checkpoint.size()), entries);
    }

    /** The log's public key under its name. */
    public LogKey logKey() {
        return signer.logKey();
    }

    /** A receipt, signed with the log's key. */
    public Jws sign(Receipt receipt) {
        return receipt.sign(signer.key());
    }

    /** A reminder, signed with the log's key. */
    public Jws sign(Reminder reminder) {
        return reminder.sign(signer.key());
    }

    /** A refusal, signed with the log's key. */
    Jws sign(SignedRefusal refusal) {
        return refusal.sign(signer.key());
    }

    /** The clock by which entries are dated, and whether it can be trusted. */
    @Component
    record Dating(Clock clock, ClockCheck check) {
        Instant now() {
            return clock.instant();
        }

        void require() {
            check.require();
        }
    }
}

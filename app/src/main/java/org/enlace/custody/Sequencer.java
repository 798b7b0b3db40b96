package org.enlace.custody;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.enlace.ledger.Checkpoint;
import org.enlace.ledger.CompactRange;
import org.enlace.ledger.LogSigner;
import org.enlace.ledger.MerkleTree;
import org.enlace.ledger.TileHashes;
import org.enlace.ledger.TilePath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives entries their places. Each batch is one transaction: leaves, tile roots, one signed checkpoint. Whoever nudges while a batch is under way has its
 * entry in the next one, so many acts at once cost one signature and one commit.
 *
 * <p>Several processes may run one each. What keeps them from giving the same index twice is the primary key of {@code custody.leaf}: the slower one's
 * transaction fails as a whole, and it looks again.
 */
@Component
class Sequencer {
    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final int BATCH = 2_048;

    private final Entries entries;
    private final Tree tree;
    private final LogSigner signer;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Waiting waiting = new Waiting();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("sequencer").factory());
    private final AtomicBoolean nudged = new AtomicBoolean();

    /** The tree as this process last left it: spares reading its right edge again as long as nobody else sequences. */
    private @Nullable CompactRange last;

    Sequencer(Entries entries, Tree tree, LogSigner signer, Clock clock, PlatformTransactionManager transactions) {
        this.entries = entries;
        this.tree = tree;
        this.signer = signer;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Sequences soon, in another thread. Nudges that come while one is waiting are one. */
    void nudge() {
        if (nudged.compareAndSet(false, true)) {
            worker.execute(() -> {
                nudged.set(false);
                look();
            });
        }
    }

    Waiting waiting() {
        return waiting;
    }

    /** The safety net: whatever was not nudged, or was written by a process that died, is sequenced within a second. */
    @Scheduled(fixedDelayString = "PT1S")
    void look() {
        try {
            sequence();
        } catch (DataIntegrityViolationException outrun) {
            LOG.debug("Another process was sequencing", outrun);
        } catch (DataAccessException unreachable) {
            LOG.warn("The custody log could not be sequenced, it is tried again: {}", unreachable.getMessage());
        }
    }

    /** Sequences until nothing is pending, beginning with the checkpoint of the empty log. */
    synchronized void sequence() {
        Map<UUID, Long> batch;
        do {
            batch = transaction.execute(status -> nextBatch());
            waiting.tell(batch);
        } while (batch.size() == BATCH);
    }

    @PostConstruct
    void begin() {
        look();
    }

    @PreDestroy
    void close() {
        worker.close();
    }

    private Map<UUID, Long> nextBatch() {
        var pending = entries.pending(BATCH);
        var newest = tree.newest();
        if (newest.isEmpty()) {
            publish(new CompactRange());
        }
        if (pending.isEmpty()) {
            return Map.of();
        }
        var range = newest.map(Tree.Published::checkpoint).map(this::resume).orElseGet(CompactRange::new);
        last = null;
        var places = place(pending, range);
        publish(range);
        last = range;
        return places;
    }

    private CompactRange resume(Checkpoint newest) {
        if (last != null && last.size() == newest.size() && last.root().equals(newest.root())) {
            return last;
        }
        return new CompactRange(newest.size(), new TileHashes(tree, newest.size()));
    }

    private Map<UUID, Long> place(List<Entries.Written> pending, CompactRange range) {
        var places = new HashMap<UUID, Long>();
        var leaves = new ArrayList<Tree.Leaf>();
        var nodes = new ArrayList<Tree.Node>();
        for (var entry : pending) {
            var hash = MerkleTree.leaf(entry.bytes().toArray());
            places.put(entry.id(), range.size());
            leaves.add(new Tree.Leaf(range.size(), entry.id(), hash));
            range.append(hash, (level, index, node) -> {
                if (level % TilePath.HEIGHT == 0) {
                    nodes.add(new Tree.Node(level / TilePath.HEIGHT, index, node));
                }
            });
        }
        tree.add(leaves, nodes);
        entries.sequenced(pending.stream().map(Entries.Written::id).toList());
        return places;
    }

    private void publish(CompactRange range) {
        var checkpoint = new Checkpoint(signer.name(), range.size(), range.root());
        tree.publish(checkpoint, checkpoint.signedBy(signer), clock.instant());
    }
}

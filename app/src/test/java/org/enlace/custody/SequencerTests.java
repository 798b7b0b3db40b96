package org.enlace.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.enlace.ledger.Checkpoint;
import org.enlace.ledger.ConsistencyProof;
import org.enlace.ledger.MerkleTree;
import org.enlace.ledger.SignedNote;
import org.enlace.ledger.TileHashes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class SequencerTests {
    private final LogForTests log = new LogForTests();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void beginsWithTheSignedCheckpointOfAnEmptyLog() {
        log.sequencer.begin();
        var checkpoint = Checkpoint.verified(log.tree.checkpoint(), log.signer.logKey());
        assertThat(checkpoint).isEqualTo(new Checkpoint("log.test.example", 0, MerkleTree.EMPTY_ROOT));
    }

    @Test
    void givesConsecutiveIndexesInTheOrderOfTheIdsOfABatch() {
        var ids = new ArrayList<UUID>();
        log.transaction.executeWithoutResult(status -> {
            for (int at = 0; at < 700; at++) {
                ids.add(log.write());
            }
        });
        log.sequencer.sequence();
        var indexes = log.entries.indexes(ids);
        assertThat(indexes).hasSize(700);
        for (int at = 0; at < 700; at++) {
            assertThat(indexes.get(ids.get(at))).isEqualTo(at);
        }
        assertThat(log.size()).isEqualTo(700);
        assertThat(log.entries.pending(10)).isEmpty();
    }

    @Test
    void leavesOutWhatWasRolledBack() {
        var rolledBack = log.transaction.execute(status -> {
            status.setRollbackOnly();
            return log.write();
        });
        var kept = log.append();
        log.sequencer.sequence();
        assertThat(log.entries.indexes(List.of(rolledBack, kept))).containsOnlyKeys(kept);
    }

    @Test
    void everyCheckpointIsTheBeginningOfTheNext() {
        for (int batch : new int[] {1, 1, 254, 1, 3, 600, 5_000, 1}) {
            log.append(batch);
            log.sequencer.sequence();
        }
        var checkpoints = LogAudits.notes(log.application).stream()
                .map(note -> Checkpoint.verified(note, log.signer.logKey()))
                .toList();
        assertThat(checkpoints).hasSizeGreaterThan(9);
        var newest = checkpoints.getLast();
        assertThat(newest.size()).isEqualTo(5_861);
        var source = new TileHashes(log.tree, newest.size());
        for (var earlier : checkpoints) {
            var proof = ConsistencyProof.of(earlier.size(), newest.size(), source);
            assertThat(proof.proves(earlier.root(), newest.root())).isTrue();
        }
    }

    @Test
    void goesOnWhereAnotherProcessStopped() {
        log.append(300);
        log.sequencer.sequence();
        try (var other = log.beside()) {
            other.append(300);
            other.sequencer.sequence();
        }
        log.append(300);
        log.sequencer.sequence();
        LogAudits.assertSound(log);
        assertThat(log.size()).isEqualTo(900);
    }

    @Test
    void manyWritersAndTwoSequencersLoseNothingAndGiveNoIndexTwice() throws Exception {
        var acknowledged = new ConcurrentLinkedQueue<UUID>();
        var writing = new AtomicBoolean(true);
        try (var other = log.beside();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sequencers = List.of(log, other).stream()
                    .map(each -> threads.submit(() -> {
                        while (writing.get()) {
                            each.sequencer.look();
                        }
                    }))
                    .toList();
            var writers = new ArrayList<Callable<Void>>();
            for (int writer = 0; writer < 8; writer++) {
                writers.add(() -> {
                    for (int at = 0; at < 60; at++) {
                        acknowledged.add(log.append());
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(writers)) {
                done.get(60, TimeUnit.SECONDS);
            }
            writing.set(false);
            for (var each : sequencers) {
                each.get(60, TimeUnit.SECONDS);
            }
        }
        log.sequencer.sequence();
        assertThat(log.size()).isEqualTo(480);
        assertThat(new HashSet<>(log.entries.indexes(acknowledged).values())).hasSize(480);
        LogAudits.assertSound(log);
    }

    @Test
    void twoThatWantTheSameIndexCannotBothCommit() {
        log.append(3);
        log.sequencer.sequence();
        var entry = log.append();
        var taken = new Tree.Leaf(2, entry, MerkleTree.leaf(new byte[] {1}));
        assertThatThrownBy(() -> log.tree.add(List.of(taken), List.of()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whatDiedInTheMiddleOfABatchLeftNothingBehind() {
        log.append(5);
        log.sequencer.sequence();
        log.append(5);
        // The next batch fails at its end, with all its leaves written: as if the process had died there.
        log.owner
                .sql("alter table custody.checkpoint add constraint stop check (size <> 10)")
                .update();
        log.sequencer.look();
        assertThat(log.entries.pending(100)).hasSize(5);
        assertThat(log.application
                        .sql("select count(*) from custody.leaf")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
        log.owner.sql("alter table custody.checkpoint drop constraint stop").update();
        log.sequencer.look();
        assertThat(log.size()).isEqualTo(10);
        LogAudits.assertSound(log);
    }

    @Test
    void manyNudgesAtOnceShareCheckpoints() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int act = 0; act < 40; act++) {
                threads.execute(() -> {
                    log.append();
                    log.sequencer.nudge();
                });
            }
        }
        log.sequencer.sequence();
        assertThat(log.size()).isEqualTo(40);
        var sizes = LogAudits.notes(log.application).stream()
                .map(note -> Checkpoint.parse(SignedNote.parse(note).text()).size())
                .toList();
        assertThat(sizes).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void whoWaitsIsToldTheIndex() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<java.util.concurrent.Future<Long>>();
            for (int act = 0; act < 30; act++) {
                answers.add(threads.submit(() -> {
                    var entry = log.append();
                    log.sequencer.nudge();
                    return log.sequencer
                            .waiting()
                            .await(List.of(entry), TimeUnit.SECONDS.toNanos(20), log.entries::indexes)
                            .get(entry);
                }));
            }
            var indexes = new HashSet<Long>();
            for (var answer : answers) {
                indexes.add(answer.get(30, TimeUnit.SECONDS));
            }
            assertThat(indexes).hasSize(30).doesNotContainNull();
        }
    }

    @Test
    void whoWaitsTooLongIsToldNothingWrong() {
        var entry = log.append();
        assertThat(log.sequencer
                        .waiting()
                        .await(List.of(entry), TimeUnit.MILLISECONDS.toNanos(50), log.entries::indexes))
                .isEmpty();
    }

    @Test
    void whoWaitsHearsOfWhatAnotherProcessSequenced() throws Exception {
        var entry = log.append();
        try (var other = log.beside();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = threads.submit(() ->
                    log.sequencer.waiting().await(List.of(entry), TimeUnit.SECONDS.toNanos(20), log.entries::indexes));
            other.sequencer.sequence();
            assertThat(answer.get(30, TimeUnit.SECONDS)).containsEntry(entry, 0L);
        }
    }
}

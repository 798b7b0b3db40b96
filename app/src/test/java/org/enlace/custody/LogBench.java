package org.enlace.custody;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.enlace.Enlace;
import org.enlace.ledger.Audit;
import org.enlace.ledger.Entry;
import org.enlace.ledger.Hash;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * How fast the log is, on the application's own embedded PostgreSQL with fsync on. Run by {@code bench/log}, never by the tests; prints the rows of the section "Log" of
 * {@code bench/README.md}.
 */
class LogBench {
    private static final int SIZE = Integer.getInteger("log.size", 100_000);
    private static final int CHUNK = 2_000;

    private final Random random = new Random(1);

    @Test
    void measure() throws Exception {
        var folder = Files.createTempDirectory("enlace-log-bench");
        try (var application =
                new SpringApplicationBuilder(Enlace.class).run("--enlace.data=" + folder, "--server.port=0")) {
            var custody = application.getBean(Custody.class);
            for (int writers : new int[] {1, 4, 16}) {
                acts(application, custody, writers);
            }
            fill(application);
            proofs(custody);
            audit(application, custody);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Each writer: one act in a transaction of its own, then wait for its index, as the exchange does before it signs a receipt. */
    private void acts(ConfigurableApplicationContext application, Custody custody, int writers) throws Exception {
        var transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        var until = Instant.now().plusSeconds(10);
        Callable<List<Long>> writer = () -> {
            var took = new ArrayList<Long>();
            while (Instant.now().isBefore(until)) {
                long begun = System.nanoTime();
                var entry = transaction.execute(status -> custody.append(Entry.Kind.ACT, null, digest()));
                custody.awaitIndex(entry, Duration.ofSeconds(30)).orElseThrow();
                took.add(System.nanoTime() - begun);
            }
            return took;
        };
        var all = new ArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(Collections.nCopies(writers, writer))) {
                all.addAll(done.get());
            }
        }
        row(
                "acts committed and indexed, " + writers + " writing",
                "%,.0f a second; %s".formatted(all.size() / 10.0, milliseconds(all)));
    }

    private void fill(ConfigurableApplicationContext application) {
        var database = application.getBean(JdbcTemplate.class);
        var transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        var sequencer = application.getBean(Sequencer.class);
        var tree = application.getBean(Tree.class);
        long sequencing = 0;
        long before = tree.newest().orElseThrow().checkpoint().size();
        for (long size = before; size < SIZE; size += CHUNK) {
            transaction.executeWithoutResult(status -> write(database));
            long begun = System.nanoTime();
            sequencer.sequence();
            sequencing += System.nanoTime() - begun;
        }
        long added = tree.newest().orElseThrow().checkpoint().size() - before;
        if (added > 0) {
            row("sequenced in full batches", "%,.0f a second".formatted(added * 1e9 / sequencing));
        }
    }

    private void write(JdbcTemplate database) {
        var entries = new ArrayList<Entry>();
        for (int at = 0; at < CHUNK; at++) {
            var id = new UUID(
                    (UUID.randomUUID().getMostSignificantBits() & ~0xf000L) | 0x7000L,
                    UUID.randomUUID().getLeastSignificantBits());
            entries.add(new Entry(Entry.Kind.ACT, id, Instant.ofEpochSecond(1_800_000_000), null, digest()));
        }
        database.batchUpdate("insert into custody.entry (id, bytes) values (?, ?)", entries, CHUNK, (insert, entry) -> {
            insert.setObject(1, entry.id());
            insert.setBytes(2, entry.encode());
        });
        database.batchUpdate(
                "insert into custody_work.pending (entry) values (?)",
                entries,
                CHUNK,
                (insert, entry) -> insert.setObject(1, entry.id()));
    }

    private void proofs(Custody custody) {
        long size = custody.published().checkpoint().size();
        times(
                "inclusion proof, log of %,d".formatted(size),
                at -> custody.published().inclusion(random.nextLong(size)));
        times(
                "consistency proof, log of %,d".formatted(size),
                at -> custody.published().since(random.nextLong(size)));
        var published = custody.published();
        times(
                "inclusion proof, twenty under one checkpoint, each",
                at -> published.inclusion(size - 1 - random.nextLong(Math.min(size, 5_000))));
    }

    private static void times(String what, IntFunction<Object> proof) {
        var took = new ArrayList<Long>();
        for (int at = 0; at < 600; at++) {
            long begun = System.nanoTime();
            Objects.requireNonNull(proof.apply(at));
            if (at >= 100) {
                took.add(System.nanoTime() - begun);
            }
        }
        row(what, milliseconds(took));
    }

    private static void audit(ConfigurableApplicationContext application, Custody custody) throws Exception {
        var tree = application.getBean(Tree.class);
        var notes = LogAudits.notes(application.getBean(JdbcClient.class));
        long begun = System.nanoTime();
        var report = Audit.of(tree, custody.logKey(), notes);
        if (!report.isSound()) {
            throw new AssertionError(report.first());
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        row(
                "audit of the whole log with all its checkpoints",
                "%,.0f entries a second (%,.1f s)".formatted(report.size() / seconds, seconds));
    }

    private Hash digest() {
        return Hash.sha256(ByteBuffer.allocate(8).putLong(random.nextLong()).array());
    }

    private static String milliseconds(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return "median %.2f ms, 99 %% below %.2f ms".formatted(at(sorted, 0.5), at(sorted, 0.99));
    }

    private static double at(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) (part * (sorted.length - 1))] / 1e6;
    }

    private static void row(String what, String figure) {
        System.out.println("| " + what + " | " + figure + " |");
    }
}

package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.enlace.database.DataFolder;
import org.enlace.database.EmbeddedPostgres;
import org.enlace.demo.Cast;
import org.enlace.ledger.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the application with {@code kill -9} at random moments while officers write through HTTP, and looks whether everything it acknowledged is there, once, in
 * the database and in the log. {@code bin/kill9} runs many rounds, the build a few.
 */
class Kill9Tests {

    private static final int ROUNDS = Integer.getInteger("kill9.rounds", 3);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<Writer> writers = List.of(
            new Writer(Cast.PARAGUAY_DUTY, Cast.COSTA_RICA_DUTY),
            new Writer(Cast.PARAGUAY_DEPUTY, Cast.COSTA_RICA_DEPUTY));

    @TempDir
    Path folder;

    @Test
    void keepsEveryAcknowledgedActOnce() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            try (var demo = start()) {
                var checked = check(demo);
                System.out.printf("kill -9, round %d of %d: %s%n", round, ROUNDS, checked + "; " + workAndKill(demo));
            }
        }
        try (var demo = start()) {
            System.out.println("kill -9, at the end: " + check(demo));
        }
        assertThat(acknowledged()).isGreaterThan(ROUNDS);
    }

    private RunningDemo start() throws IOException, InterruptedException {
        return RunningDemo.start(folder, Map.of());
    }

    private String workAndKill(RunningDemo demo) throws Exception {
        var before = acknowledged();
        var everything = ThreadLocalRandom.current().nextInt(3) == 0;
        var moment = ThreadLocalRandom.current().nextInt(3_000);
        try (var threads = Executors.newFixedThreadPool(writers.size())) {
            var working = new ArrayList<Future<?>>();
            for (var writer : writers) working.add(threads.submit(() -> writer.workUntilGone(demo)));
            awaitWork(before, demo);
            TimeUnit.MILLISECONDS.sleep(moment);
            var database = everything ? demo.process().descendants().toList() : List.<ProcessHandle>of();
            demo.killHard();
            database.forEach(ProcessHandle::destroyForcibly);
            for (var each : working) each.get();
        }
        return acknowledged() - before + " acts acknowledged, "
                + (everything ? "application and PostgreSQL" : "application") + " killed " + moment
                + " ms after the first";
    }

    /** Signing in takes most of a second, more on a busy machine; what is to be interrupted is the writing. */
    private void awaitWork(int before, RunningDemo demo) throws InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (acknowledged() == before && demo.process().isAlive() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private String check(RunningDemo demo) throws Exception {
        var found = 0;
        for (var writer : writers) {
            if (writer.findLostAnswer(demo)) found++;
        }
        assertAnsweredAsBefore(demo);
        assertOnceInDatabase();
        var log = new LogOverHttp(demo.localhost());
        var report = log.audit(writers.stream()
                .flatMap(writer -> writer.checkpoints().stream())
                .toList());
        assertThat(report.first()).as("the log").isEmpty();
        var inLog = log.acts();
        for (var digest : digests()) assertThat(inLog).containsEntry(digest, 1);
        return "all " + acknowledged() + " acts there once, " + found + " lost answers found, log of " + report.size()
                + " entries sound";
    }

    /** The same act, the same place in the log, the same receipt, byte for byte. */
    private void assertAnsweredAsBefore(RunningDemo demo) {
        for (var writer : writers) {
            var now = writer.lookAgain(demo);
            for (int i = 0; i < now.size(); i++)
                assertSame(writer.acknowledged().get(i), now.get(i));
        }
    }

    private static void assertSame(Writer.Answered before, Writer.Answered now) {
        assertThat(now.digest()).isEqualTo(before.digest());
        assertThat(now.index()).as("place in the log").isNotNull();
        if (before.index() != null) assertThat(now.index()).isEqualTo(before.index());
        if (before.receipt() != null) assertThat(now.receipt()).isEqualTo(before.receipt());
    }

    private void assertOnceInDatabase() throws SQLException {
        var owner =
                EmbeddedPostgres.running(DataFolder.at(folder.resolve("data"))).orElseThrow();
        var counts = new HashMap<Hash, String>();
        try (var connection = owner.connect();
                var rows = connection.createStatement().executeQuery("""
                        SELECT act.digest, count(*) AS acts, count(leaf.index) AS leaves
                        FROM exchange.act LEFT JOIN custody.leaf ON leaf.entry = act.entry GROUP BY act.digest""")) {
            while (rows.next()) {
                counts.put(
                        Hash.ofHex(rows.getString("digest")),
                        rows.getInt("acts") + " act, " + rows.getInt("leaves") + " leaf");
            }
        }
        for (var digest : digests()) assertThat(counts).containsEntry(digest, "1 act, 1 leaf");
    }

    private List<Hash> digests() {
        return writers.stream()
                .flatMap(writer -> writer.acknowledged().stream())
                .map(Writer.Answered::digest)
                .toList();
    }

    private int acknowledged() {
        return digests().size();
    }
}

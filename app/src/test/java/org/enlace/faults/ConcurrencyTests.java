package org.enlace.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight clients, random kills, and afterwards the history is checked: a small relative of Jepsen. Once around in the build, minutes by {@code bin/faults/concurrent}. */
class ConcurrencyTests {

    private static final int SECONDS = Integer.getInteger("faults.seconds", 0);

    @TempDir
    private Path folder;

    private Installation installation;
    private Racing racing;

    @BeforeEach
    void start() throws Exception {
        installation = new Installation(folder, java.util.Map.of("enlace.documents.waiting-files", "40"));
        racing = new Racing(installation);
    }

    @AfterEach
    void stop() throws Exception {
        installation.close();
    }

    @Test
    void whateverTheOrderThereIsOneOutcome() throws Exception {
        var until = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        var kills = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            do {
                var working = new ArrayList<Future<?>>();
                for (var work : around()) working.add(threads.submit(work));
                if (SECONDS > 0)
                    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(4_000));
                installation.killAndStart(++kills % 3 == 0);
                for (var each : working) each.get();
            } while (System.nanoTime() < until);
        }
        racing.requireFourEyes(true);
        racing.fourEyes(new Pair(installation, true));
        racing.requireFourEyes(false);
        racing.quota(40);
        racing.lastOfficer();
        installation.check();
        System.out.println("  " + kills + " kills; " + racing.outcomes());
    }

    /** One round: eight clients, two of them only sending, so that numbers are given out meanwhile. */
    private List<Callable<Void>> around() {
        var work = new ArrayList<Callable<Void>>();
        work.add(doing(() -> racing.recallAgainstOpening(new Pair(installation, false))));
        work.add(doing(() -> racing.recallAgainstOpening(new Pair(installation, true))));
        work.add(doing(() -> racing.eightTakeInCharge(new Pair(installation, false))));
        work.add(doing(racing::approvals));
        work.add(doing(() -> racing.uploadsOfOneId(new Pair(installation, false))));
        work.add(doing(() -> racing.uploadsOfOneId(new Pair(installation, true))));
        work.add(doing(() -> new Pair(installation, true).preserve()));
        work.add(doing(() -> {
            var pair = new Pair(installation, false);
            for (int request = 0; request < 5; request++) pair.send();
        }));
        return work;
    }

    private static Callable<Void> doing(Work work) {
        return () -> {
            work.run();
            return null;
        };
    }

    /** Something to do that may fail. */
    private interface Work {
        void run() throws Exception;
    }
}

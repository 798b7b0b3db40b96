package org.enlace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** So many acts of a round were acknowledged before the server is killed. */
    private static final int AMID = 3;

    private static final int WAITING_FILES = 40;

    @TempDir
    private Path folder;

    private Installation installation;
    private Racing racing;

    @BeforeEach
    void start() throws Exception {
        installation =
                new Installation(folder, Map.of("enlace.documents.waiting-files", String.valueOf(WAITING_FILES)));
        racing = new Racing(installation);
    }

    @AfterEach
    void stop() throws Exception {
        installation.close();
    }

    @Test
    void whateverTheOrderThereIsOneOutcome() throws Exception {
        racing.requireFourEyes();
        var until = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        var kills = 0;
        var amidWork = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            do {
                var before = installation.history().acknowledged();
                var working = new ArrayList<Future<?>>();
                for (var work : around(kills == 0)) working.add(threads.submit(work));
                awaitWork(before + AMID, working);
                if (SECONDS > 0)
                    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(4_000));
                if (working.stream().anyMatch(each -> !each.isDone())) amidWork++;
                installation.killAndStart(++kills % 3 == 0);
                for (var each : working) each.get();
            } while (System.nanoTime() < until);
        }
        installation.check();
        System.out.println(
                "  " + kills + " kills, " + amidWork + " of them while clients were at work; " + racing.outcomes());
        assertThat(amidWork).as("kills amid work").isPositive();
    }

    /** Until so many acts were acknowledged and others are on their way: or there is nothing left to wait for. */
    private void awaitWork(int acts, List<Future<?>> working) throws InterruptedException {
        while (installation.history().acknowledged() < acts && working.stream().anyMatch(each -> !each.isDone()))
            TimeUnit.MILLISECONDS.sleep(10);
    }

    /** One round: eight clients, one of them only sending, so that numbers are given out meanwhile. Once there are two who remove each other. */
    private List<Callable<Void>> around(boolean first) {
        var work = new ArrayList<Callable<Void>>();
        work.add(doing(() -> racing.recallAgainstOpening(new Pair(installation, false))));
        work.add(doing(() -> racing.recallAgainstOpening(new Pair(installation, true))));
        work.add(doing(() -> racing.eightTakeInCharge(new Pair(installation, false))));
        work.add(doing(racing::approvals));
        work.add(doing(() -> racing.uploadsOfOneId(new Pair(installation, true))));
        work.add(doing(racing::fourEyes));
        work.add(doing(() -> racing.quota(WAITING_FILES)));
        work.add(doing(() -> {
            var pair = new Pair(installation, false);
            for (int request = 0; request < 5; request++) pair.send();
            pair.preserve();
        }));
        if (first) work.add(doing(racing::lastOfficer));
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

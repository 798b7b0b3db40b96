package org.enlace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.enlace.demo.Cast;
import org.enlace.ledger.Hash;

/** Processes that end, or stand still, at the worst moment. */
final class Killed {

    private static final int CHUNK = 1 << 20;
    private static final Duration RED = Duration.ofSeconds(30);
    private static final Duration GREEN = Duration.ofSeconds(30);

    private final Installation installation;
    private final Random random = new Random(7);

    Killed(Installation installation) {
        this.installation = installation;
    }

    /** F1: {@code kill -9} during an upload. What was acknowledged is there, nothing is visible before it is whole, and it goes on from there. */
    void duringAnUpload(int rounds, int mebibytes) throws Exception {
        var officer = new Officer(installation, Cast.PARAGUAY_DUTY);
        for (int round = 1; round <= rounds; round++) {
            var file = file(mebibytes);
            var id = officer.session().newId();
            var request = officer.session().newId();
            officer.insist(() -> officer.session()
                    .post("/uploads", Map.of("id", id, "request", request, "size", file.length))
                    .require(201));
            var acknowledged = new AtomicInteger();
            try (var thread = Executors.newSingleThreadExecutor()) {
                var sending = thread.submit(() -> {
                    for (int number = 0; number * CHUNK < file.length; number++) {
                        officer.session()
                                .put(chunk(id, number), piece(file, number))
                                .require(204);
                        acknowledged.incrementAndGet();
                    }
                    return null;
                });
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(20, 40 + 40 * mebibytes));
                installation.killAndStart(round % 3 == 0);
                interrupted(sending);
            }
            var state = officer.insist(
                    () -> officer.session().get("/uploads/" + id).require(200).json());
            var missing = state.get("missing");
            var first = missing.isEmpty() ? chunks(file) : missing.get(0).asInt();
            assertThat(first).as("what was acknowledged is there").isGreaterThanOrEqualTo(acknowledged.get());
            assertThat(officer.session().get("/documents/" + id).status())
                    .as("nothing is visible before it is whole")
                    .isEqualTo(404);
            for (int number = first; number < chunks(file); number++) {
                officer.session().put(chunk(id, number), piece(file, number)).require(204);
            }
            var hash = Hash.sha256(file).hex();
            officer.session()
                    .post("/uploads/" + id + "/completion", Map.of("sha256", hash))
                    .require(200);
            installation.history().stored(officer.member(), id, file.length, hash);
            assertThat(temporary()).as("bytes left in the temporary folder").isLessThan(CHUNK);
            System.out.printf(
                    "  F1 round %d of %d: killed after %d of %d MiB were acknowledged, went on at %d%n",
                    round, rounds, acknowledged.get(), mebibytes, first);
        }
    }

    /** F2: {@code kill -9} of the application, now and then with PostgreSQL, while two pairs of officers work and mails go out. */
    void betweenCommitLogAndMail(int rounds) throws Exception {
        working(List.of(new Pair(installation, false), new Pair(installation, true)), () -> {
            for (int round = 1; round <= rounds; round++) {
                awaitWork(3);
                var moment = ThreadLocalRandom.current().nextInt(1_500);
                TimeUnit.MILLISECONDS.sleep(moment);
                installation.killAndStart(round % 3 == 0);
                System.out.printf(
                        "  F2 round %d of %d: killed after %d acts were acknowledged%n",
                        round, rounds, installation.history().acknowledged());
            }
            awaitWork(2);
            return null;
        });
    }

    /** F3: {@code kill -9} of PostgreSQL, one process or all, under twenty who write. The application lives on, and so does what it acknowledged. */
    void theDatabaseUnderWriters(int rounds, int writers) throws Exception {
        var pairs = new ArrayList<Pair>();
        for (int writer = 0; writer < writers; writer++) pairs.add(new Pair(installation, writer % 2 == 1));
        var process = installation.running().process();
        sending(pairs, () -> {
            for (int round = 1; round <= rounds; round++) {
                awaitWork(writers);
                var all = installation.database().stream()
                        .filter(Killed::isPostgres)
                        .toList();
                var victims = round % 2 == 1 ? all : List.of(all.get(random.nextInt(all.size())));
                victims.forEach(ProcessHandle::destroyForcibly);
                var begun = System.nanoTime();
                awaitWork(1);
                System.out.printf(
                        "  F3 round %d of %d: %d of %d processes of PostgreSQL killed; the next act was acknowledged after %.1f s%n",
                        round, rounds, victims.size(), all.size(), (System.nanoTime() - begun) / 1e9);
            }
            return null;
        });
        assertThat(installation.running().process()).isEqualTo(process);
        assertThat(process.isAlive()).as("the application lives on").isTrue();
    }

    /** F4: PostgreSQL stands still. The watch turns red, and green again by itself. */
    void theDatabaseStandsStill(Duration still) throws Exception {
        var process = installation.running().process();
        var frozen = installation.database().stream().filter(Killed::isPostgres).toList();
        signal("-STOP", frozen);
        var begun = System.nanoTime();
        double red;
        try {
            awaitHealth(503, RED.multipliedBy(2));
            red = (System.nanoTime() - begun) / 1e9;
            TimeUnit.NANOSECONDS.sleep(still.toNanos() - (System.nanoTime() - begun));
            assertThat(installation.health(RED)).as("still red").isNotEqualTo(200);
        } finally {
            signal("-CONT", frozen);
        }
        begun = System.nanoTime();
        awaitHealth(200, GREEN.multipliedBy(2));
        var green = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "  F4: PostgreSQL stood still for %d s: red after %.1f s, green %.1f s after its return%n",
                still.toSeconds(), red, green);
        assertThat(red).as("seconds until red").isLessThan(RED.toSeconds());
        assertThat(green).as("seconds until green").isLessThan(GREEN.toSeconds());
        assertThat(process.isAlive()).as("without a restart").isTrue();
        new Pair(installation, false).preserve();
    }

    private void awaitHealth(int wanted, Duration patience) throws InterruptedException {
        var until = System.nanoTime() + patience.toNanos();
        while (installation.health(patience) != wanted) {
            assertThat(System.nanoTime()).as("the watch shows " + wanted).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private void working(List<Pair> pairs, Callable<?> meanwhile) throws Exception {
        var more = new AtomicBoolean(true);
        during(pairs.stream().<Runnable>map(pair -> () -> pair.work(more::get)).toList(), more, meanwhile);
    }

    private void sending(List<Pair> pairs, Callable<?> meanwhile) throws Exception {
        var more = new AtomicBoolean(true);
        during(
                pairs.stream()
                        .<Runnable>map(pair -> () -> {
                            while (more.get()) pair.send();
                        })
                        .toList(),
                more,
                meanwhile);
    }

    private static void during(List<Runnable> work, AtomicBoolean more, Callable<?> meanwhile) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<?>>();
            for (var each : work) working.add(threads.submit(each));
            try {
                meanwhile.call();
            } finally {
                more.set(false);
            }
            for (var each : working) each.get();
        }
    }

    /** Until so many more acts were acknowledged. */
    private void awaitWork(int acts) throws InterruptedException {
        var enough = installation.history().acknowledged() + acts;
        var until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (installation.history().acknowledged() < enough) {
            assertThat(System.nanoTime()).as("acts are acknowledged").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static void interrupted(Future<?> sending) throws InterruptedException {
        try {
            sending.get();
        } catch (java.util.concurrent.ExecutionException broken) {
            assertThat(broken).cause().isInstanceOfAny(UncheckedIOException.class, IllegalStateException.class);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/postgres");
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", name));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    private byte[] file(int mebibytes) {
        var file = new byte[mebibytes * CHUNK + 12_345];
        random.nextBytes(file);
        var line = "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(line, 0, file, 0, line.length);
        return file;
    }

    private static int chunks(byte[] file) {
        return (file.length + CHUNK - 1) / CHUNK;
    }

    private static byte[] piece(byte[] file, int number) {
        return Arrays.copyOfRange(file, number * CHUNK, Math.min(file.length, (number + 1) * CHUNK));
    }

    private static String chunk(java.util.UUID id, int number) {
        return "/uploads/" + id + "/chunks/" + number;
    }

    private long temporary() throws IOException {
        try (var files = Files.walk(installation.running().folder().resolve("tmp"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("hsperfdata"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}

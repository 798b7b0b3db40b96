package org.enlace;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.Papers;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * How many requests with a sealed attachment of one MiB go from an officer to the receipt that they were delivered, through HTTP, to a demo in a process of its own.
 * The officers are software in this process: they seal, hash, upload, sign and post as browsers do, and share the processors with the server. Run by
 * {@code bench/exchange}, never by the tests.
 */
class ExchangeBench {

    private static final Duration EACH = Duration.ofSeconds(Integer.getInteger("exchange.seconds", 20));
    private static final String FORM = Papers.form("preservation/1", "{}");

    private final byte[] attachment = new byte[1 << 20];

    @Test
    void measure() throws Exception {
        new Random(1).nextBytes(attachment);
        var folder = Files.createTempDirectory("enlace-exchange-bench");
        try (var demo = RunningDemo.start(folder, Map.of());
                var line = new Line(demo.port())) {
            Thread.sleep(Duration.ofSeconds(10));
            rest("after the start", demo);
            work(line, 4, Duration.ofSeconds(20)); // until the compiler has seen it all
            for (int officers : new int[] {1, 4, 16}) {
                var processor = processor(demo);
                var sent = line.sent();
                var received = line.received();
                var took = work(line, officers, EACH);
                print(officers, took);
                System.out.printf(
                        "| %d at work | %d ms of processor each, officer, server and database | %d bytes there, %d back |%n",
                        officers,
                        (processor(demo) - processor) / took.size(),
                        (line.sent() - sent) / took.size(),
                        (line.received() - received) / took.size());
            }
            Thread.sleep(Duration.ofSeconds(10));
            rest("after that work", demo);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static String address(Line line) {
        return "http://localhost:" + line.port();
    }

    private List<Long> work(Line line, int officers, Duration duration) throws Exception {
        Callable<List<Long>> officer = () -> {
            var session = OfficerSession.signIn(address(line), Cast.PARAGUAY_DUTY);
            var took = new ArrayList<Long>();
            var until = System.nanoTime() + duration.toNanos();
            while (System.nanoTime() < until) {
                var begun = System.nanoTime();
                send(session);
                took.add(System.nanoTime() - begun);
            }
            return took;
        };
        var all = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(officers)) {
            for (var done : threads.invokeAll(Collections.nCopies(officers, officer))) {
                all.addAll(done.get());
            }
        }
        return all;
    }

    private void send(OfficerSession session) {
        var sent = session.sign(Cast.Office.COSTA_RICA.id(), OfficerSession.Urgency.URGENT, null, FORM, attachment);
        var answer = session.post(sent).require(200).json();
        if (answer.path("receipt").asString("").isEmpty()) {
            throw new AssertionError("sent without a receipt: " + answer);
        }
    }

    private static void print(int officers, List<Long> took) {
        var sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "| %d at work | %.1f a second | median %d ms | 95 %% below %d ms |%n",
                officers, took.size() / (double) EACH.toSeconds(), at(sorted, 0.5), at(sorted, 0.95));
    }

    private static long at(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) (part * (sorted.length - 1))] / 1_000_000;
    }

    /** Milliseconds of processor that all of us have used: what else the machine does is not in them. */
    private static long processor(RunningDemo demo) {
        return Stream.concat(
                        Stream.of(ProcessHandle.current(), demo.process()),
                        demo.process().descendants())
                .mapToLong(process -> process.info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(0L))
                .sum();
    }

    private static void rest(String when, RunningDemo demo) {
        System.out.printf(
                "| %s | application %d MiB resident | PostgreSQL %d MiB, shared pages counted once |%n",
                when,
                Memory.resident(demo.process()),
                demo.process().descendants().mapToLong(Memory::own).sum());
    }
}

package org.enlace;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * How many public pages and answers the server gives in a second, beside a static file of about the same size. Each page twice: the same address again and again,
 * which the server may keep for a minute, and an address that nobody asked before, which it computes. Run by {@code bench/pages}, never by the tests.
 */
class PagesBench {

    private static final Duration EACH = Duration.ofSeconds(Integer.getInteger("pages.seconds", 10));
    private static final int VISITORS = 4;
    private static final List<String> STATES = List.of(
            "ARG", "BRA", "CAN", "CHL", "COL", "CRI", "DOM", "ECU", "GTM", "JAM", "MEX", "PAN", "PER", "PRY", "TTO",
            "URY", "USA");

    private final AtomicInteger next = new AtomicInteger();

    @Test
    void measure() throws Exception {
        var folder = Files.createTempDirectory("enlace-pages-bench");
        try (var demo = RunningDemo.start(folder, Map.of())) {
            var styles = styles(demo);
            run("(warming)", demo, () -> "/treaties/untoc?on=" + day());
            run("(warming)", demo, () -> "/ask?measure=preservation&" + pair());
            run("a static file (styles, as it is sent)", demo, () -> styles);
            run("a treaty, the same page", demo, () -> "/treaties/untoc?on=2020-01-01");
            run("a treaty, another day each time", demo, () -> "/treaties/untoc?on=" + day());
            run("a state, another day each time", demo, () -> "/states/BRA?on=" + day());
            run("the directory, another day each time", demo, () -> "/directory?on=" + day());
            run("whom do I ask, the same question", demo, () -> "/ask?from=PRY&to=CRI&measure=preservation");
            run("whom do I ask, another question each time", demo, () -> "/ask?measure=preservation&" + pair());
            run(
                    "the resolver for programs, another question each time",
                    demo,
                    () -> "/api/v1/channels?measure=subscriber-data&" + pair());
            run(
                    "parties for programs, another day each time",
                    demo,
                    () -> "/api/v1/treaties/untoc/parties?on=" + day());
            run("search, another word each time", demo, () -> "/search?q=fiscalia+" + next.incrementAndGet());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void run(String what, RunningDemo demo, Supplier<String> path) throws Exception {
        Callable<List<Long>> visitor = () -> visit(demo, path);
        var took = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(VISITORS)) {
            for (var done : threads.invokeAll(Collections.nCopies(VISITORS, visitor))) {
                took.addAll(done.get());
            }
        }
        if (!what.startsWith("(")) {
            Collections.sort(took);
            System.out.printf(
                    "| %s | %.0f a second | median %.1f ms | 95 %% below %.1f ms |%n",
                    what,
                    took.size() / (double) EACH.toSeconds(),
                    took.get(took.size() / 2) / 1e6,
                    took.get(took.size() * 95 / 100) / 1e6);
        }
    }

    private static List<Long> visit(RunningDemo demo, Supplier<String> path) throws IOException, InterruptedException {
        var took = new ArrayList<Long>();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var until = System.nanoTime() + EACH.toNanos();
            while (System.nanoTime() < until) {
                var request = HttpRequest.newBuilder(URI.create(demo.localhost() + path.get()))
                        .header("Accept", "text/html,application/json")
                        .header("Accept-Language", "es")
                        .build();
                var begun = System.nanoTime();
                var answer = client.send(request, BodyHandlers.ofByteArray());
                took.add(System.nanoTime() - begun);
                if (answer.statusCode() != 200) {
                    throw new AssertionError(request.uri() + " answered " + answer.statusCode());
                }
            }
        }
        return took;
    }

    private static String styles(RunningDemo demo) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var home = client.send(
                    HttpRequest.newBuilder(URI.create(demo.localhost() + "/")).build(), BodyHandlers.ofString());
            var link = Pattern.compile("/assets/[\\w.-]+\\.css").matcher(home.body());
            if (!link.find()) {
                throw new AssertionError("the first page names no styles");
            }
            return link.group();
        }
    }

    /** A day on which nobody asked before. */
    private String day() {
        return java.time.LocalDate.of(1990, 1, 1)
                .plusDays(next.incrementAndGet() % 13_000)
                .toString();
    }

    private String pair() {
        var number = next.incrementAndGet();
        var from = number % STATES.size();
        var to = (from + 1 + number / STATES.size() % (STATES.size() - 1)) % STATES.size();
        return "from=" + STATES.get(from) + "&to=" + STATES.get(to) + "&on=" + day();
    }
}

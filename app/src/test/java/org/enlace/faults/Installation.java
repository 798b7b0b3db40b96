package org.enlace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.enlace.Line;
import org.enlace.RunningDemo;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.jspecify.annotations.Nullable;

/** A server to be mistreated: the demo in a process of its own, behind a line of ours that keeps its address over every restart, with a mail server of ours. */
final class Installation implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int HEAP = 256;

    private final Path folder;
    private final MailSink mail;
    private final History history;
    private final Map<String, String> settings = new HashMap<>();
    private final Line line;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private @Nullable RunningDemo demo;

    /** @param more settings beside those that the mistreatment needs */
    Installation(Path folder, Map<String, String> more) throws IOException, InterruptedException {
        this.folder = folder;
        settings.putAll(more);
        this.mail = new MailSink(Files.createDirectories(folder).resolve("mail.jsonl"));
        this.history = new History(folder.resolve("history.jsonl"));
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(mail.port()));
        settings.put("enlace.notices.pauses", "1s,1s,1s,2s,2s,2s,5s,5s,5s,10s,10s,10s,30s,30s,30s,1m,1m,1m");
        settings.put("enlace.notices.lease", "15s");
        settings.put("enlace.test.clock", clock().toString());
        settings.put("enlace.upkeep.ask", "0");
        settings.put("enlace.upkeep.drill", "0");
        this.demo = RunningDemo.start(folder, HEAP, settings);
        this.line = new Line(demo.port());
        history.baseline(size());
        for (var office : Cast.Office.values()) history.mailbox(office.mailbox());
        history.neverInMail("Paraguay", "pry", "paraguay");
        history.neverInMail("Costa Rica", "cri", "costa-rica");
        for (var word : List.of(Pair.CANARY, "Oficial", "Fiscal", "budapest")) history.neverInMail(word);
    }

    String url() {
        return "http://localhost:" + line.port();
    }

    RunningDemo running() {
        if (demo == null) throw new IllegalStateException("it is stopped");
        return demo;
    }

    Line line() {
        return line;
    }

    MailSink mail() {
        return mail;
    }

    History history() {
        return history;
    }

    /** Moves the application's clock by so much; PostgreSQL's stays. It is moved when this returns. */
    void moveClock(Duration by) throws IOException, InterruptedException {
        Files.writeString(clock(), String.valueOf(by.toSeconds()));
        TimeUnit.MILLISECONDS.sleep(40);
    }

    /** The same where whoever looks afterwards is to know of it: from here on everything is dated by this clock. */
    void jump(Duration by) throws IOException, InterruptedException {
        moveClock(by);
        history.clock(size(), by);
    }

    private Path clock() {
        return folder.resolve("clock");
    }

    Path data() {
        return folder.resolve("data");
    }

    OfficerSession as(Cast member) {
        return OfficerSession.signIn(url(), member);
    }

    void start() throws IOException, InterruptedException {
        start(Map.of());
    }

    /** Starts it again, with these settings besides. */
    void start(Map<String, String> more) throws IOException, InterruptedException {
        var all = new HashMap<>(settings);
        all.putAll(more);
        demo = RunningDemo.start(folder, HEAP, all);
        line.leadTo(demo.port());
    }

    void stop() throws InterruptedException {
        running().close();
        line.cut();
        demo = null;
    }

    /** With {@code kill -9}, PostgreSQL and all or not, and starts it again. */
    void killAndStart(boolean everything) throws IOException, InterruptedException {
        var database = everything ? database() : List.<ProcessHandle>of();
        running().killHard();
        database.forEach(ProcessHandle::destroyForcibly);
        history.mayRepeat(1);
        line.cut();
        start();
    }

    /** Every process of PostgreSQL, the shell that watches it too. */
    List<ProcessHandle> database() {
        return running().process().descendants().toList();
    }

    /** What a watch of the operator sees: 200, 503, or 0 when there is no answer in time. */
    int health(Duration atMost) throws InterruptedException {
        try {
            var question = HttpRequest.newBuilder(URI.create(url() + "/health"))
                    .timeout(atMost)
                    .build();
            return http.send(question, BodyHandlers.discarding()).statusCode();
        } catch (IOException none) {
            return 0;
        }
    }

    String checkpoint() throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(url() + "/log/checkpoint")).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Everything acknowledged is there, once, and nobody was told more or less by mail: or the test fails with what the checker said. */
    void check() throws IOException, InterruptedException {
        awaitMail();
        var said = new ArrayList<String>();
        var code = runChecker(said, "--mail", folder.resolve("mail.jsonl").toString());
        said.forEach(System.out::println);
        assertThat(code).as(String.join("\n", said)).isZero();
        history.checkpoint(checkpoint());
    }

    /** The checker's exit code, with what it said. */
    int runChecker(List<String> said, String... more) throws IOException, InterruptedException {
        return history.runChecker(url(), said, more);
    }

    /** The most that a process ever held, in MiB; nothing where there is no /proc. */
    static long peak(ProcessHandle process) throws IOException {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) return 0;
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    /** Until no notice waits. */
    void awaitMail() throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        var question = HttpRequest.newBuilder(URI.create(url() + "/health")).build();
        var said = "";
        while (System.nanoTime() < until) {
            try {
                said = http.send(question, BodyHandlers.ofString()).body();
                if (said.contains("nothing waits")) return;
            } catch (IOException cut) {
                said = cut.toString();
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("notices still wait: " + said);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (demo != null) demo.close();
        line.close();
        mail.close();
    }

    private long size() throws IOException, InterruptedException {
        return Long.parseLong(checkpoint().split("\n")[1]);
    }
}

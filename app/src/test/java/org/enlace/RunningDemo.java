package org.enlace;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The demo as people run it: a process of its own, with its own embedded database, on a free port. What it wrote (database, logs, temporary files, a heap dump)
 * can be looked at, which is what the canary tests do.
 */
public final class RunningDemo implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)/demo");

    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->\\d+M\\(");

    private final Process process;
    private final Path folder;
    private final int port;

    private RunningDemo(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts a demo and waits until it says where it is.
     *
     * @param folder for everything it writes; a second demo on the same folder goes on where the first one stopped
     * @param settings further settings, as {@code name=value}
     */
    public static RunningDemo start(Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start(folder, 512, settings);
    }

    /** @param heap the most that Java may take for it, in MiB; a demo that needs more ends */
    public static RunningDemo start(Path folder, int heap, Map<String, String> settings)
            throws IOException, InterruptedException {
        var data = folder.resolve("data");
        UnpackedPostgres.layInto(data);
        var temporary = Files.createDirectories(folder.resolve("tmp"));
        var log = folder.resolve("console.log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:gc:file=" + folder.resolve("gc-%p.log"),
                "-Djava.io.tmpdir=" + temporary,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(1, compiler());
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("org.enlace.Enlace", "demo", "--port", "0", "--data", data.toString()));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var demo = new RunningDemo(process, folder, awaitPort(process, log));
        UnpackedPostgres.keep(data);
        return demo;
    }

    /** The same compiler as this process has: the first one only, in tests, where what the second one costs is never earned back. */
    private static List<String> compiler() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:TieredStopAtLevel"))
                .toList();
    }

    public int port() {
        return port;
    }

    /** The first window's address. */
    public String localhost() {
        return "http://localhost:" + port;
    }

    /** The second window's address: the same demo, with a session of its own. */
    public String loopback() {
        return "http://127.0.0.1:" + port;
    }

    public Path folder() {
        return folder;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Everything the program holds in memory, live or not yet collected, in a file. */
    public Path heapDump() throws IOException, InterruptedException {
        var dump = folder.resolve("heap.hprof");
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var dumping = new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.heap_dump", "-all", dump.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (dumping.waitFor() != 0 || !Files.exists(dump)) {
            throw new IllegalStateException("no heap dump was made");
        }
        return dump;
    }

    /** The most of its heap that this program, and those before it on the same folder, had in use, in MiB: what each collection found. */
    public long heapPeak() throws IOException {
        var most = 0L;
        try (var logs = Files.newDirectoryStream(folder, "gc-*.log")) {
            for (var log : logs) {
                var uses = COLLECTION.matcher(Files.readString(log));
                while (uses.find()) {
                    most = Math.max(most, Long.parseLong(uses.group(1)));
                }
            }
        }
        return most;
    }

    public void killHard() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static int awaitPort(Process process, Path log) throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        var seen = Files.exists(log) ? Files.size(log) : 0;
        while (System.nanoTime() < until && process.isAlive()) {
            var text = Files.readString(log);
            var match = ADDRESS.matcher(text.substring((int) Math.min(seen, text.length())));
            if (match.find()) {
                return Integer.parseInt(match.group(1));
            }
            Thread.sleep(100);
        }
        process.destroyForcibly().waitFor();
        throw new IllegalStateException("the demo did not start:\n" + Files.readString(log));
    }
}

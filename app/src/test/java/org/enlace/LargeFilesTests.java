package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.enlace.demo.Cast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large file from one officer's disk to another's, in the real browser, over a line that breaks and a server that is killed on the way. What was sent is not sent
 * again, and neither the pages nor the server grow with the file. {@code bench/files} runs it with other sizes.
 */
class LargeFilesTests {

    private static final int MEBIBYTE = 1 << 20;
    private static final int SIZE = Integer.getInteger("files.mebibytes", 200);

    /** In MiB: what is under way when a line breaks (three chunks, and what the systems hold for it), and what else the page asks meanwhile. */
    private static final int AGAIN = 12;

    /** In MiB, of the server: less than two officers with such files need if any of it were held whole. */
    private static final int HEAP = 256;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The officer who says where to save: a file in the browser's own file system, written piece by piece as one on the disk. */
    private static final String SAVES_HERE = """
            window.showSaveFilePicker = async ({ suggestedName }) =>
                (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true })""";

    private static final String HANDS_OVER = """
            async (name) => {
              const handle = await (await navigator.storage.getDirectory()).getFileHandle(name);
              const link = document.createElement('a');
              link.href = URL.createObjectURL(await handle.getFile());
              link.download = name;
              link.click();
            }""";

    @TempDir
    private Path folder;

    private RunningDemo demo;
    private Line line;

    @BeforeEach
    void start() throws Exception {
        demo = RunningDemo.start(folder.resolve("demo"), HEAP, Map.of());
        line = new Line(demo.port());
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
        demo.close();
    }

    @Test
    void arriveWholeThoughTheServerIsKilledAndTheLineBreaks() throws Exception {
        var file = written("registros.bin");
        var request = send(file);
        var saved = save(request);
        assertThat(Files.mismatch(file, saved)).as("first byte that differs").isEqualTo(-1);
        System.out.printf("| server, heap of %d MiB | at most %d MiB resident |%n", HEAP, Memory.peak(demo.process()));
    }

    private String send(Path file) throws Exception {
        try (var paraguay = Acting.enter(Cast.PARAGUAY_DUTY, Language.ES, address("localhost"))
                .expecting("net::ERR_|409")) {
            var page = paraguay.page();
            var wizard = new Wizard(page).begin(address("localhost"), "CRI").answer("registros");
            assertTooLargeIsToldAtOnce(page, wizard);

            var way = new Way("sealed and sent", line::sent);
            wizard.attach(file);
            way.awaitMebibytes(SIZE / 3);
            demo.killHard();
            demo = RunningDemo.start(folder.resolve("demo"), HEAP, Map.of());
            line.leadTo(demo.port());
            way.awaitMebibytes(2 * SIZE / 3);
            line.cut();
            page.locator("[data-part=files] [data-part=take-away]:visible").waitFor(patiently());
            way.assertNothingTwice(2);
            return wizard.send();
        }
    }

    /** The server says no before a byte of it is read. */
    private void assertTooLargeIsToldAtOnce(Page page, Wizard wizard) throws IOException {
        var huge = folder.resolve("disco.img");
        try (var sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }
        wizard.attach(huge);
        page.locator("[data-part=files] li")
                .getByText(Pattern.compile("1.?024 MB"))
                .waitFor();
        page.locator("[data-part=files] li button").click();
    }

    private Path save(String request) throws Exception {
        try (var costaRica = Acting.enter(Cast.COSTA_RICA_DUTY, Language.EN, address("127.0.0.1"))
                .expecting("net::ERR_")) {
            var page = costaRica.page();
            page.addInitScript(SAVES_HERE);
            page.navigate(address("127.0.0.1") + request);
            Acting.open(page);
            var file = page.locator("[data-part=files] li").first();
            file.waitFor();

            var way = new Way("fetched, opened and saved", line::received);
            file.locator("button").click();
            way.awaitMebibytes(SIZE / 2);
            line.cut();
            file.getByText("Saved").waitFor(patiently());
            way.assertNothingTwice(1);

            var download = page.waitForDownload(() -> page.evaluate(HANDS_OVER, "registros.bin"));
            var saved = folder.resolve("saved.bin");
            download.saveAs(saved);
            return saved;
        }
    }

    private String address(String host) {
        return "http://" + host + ":" + line.port();
    }

    /** Bytes that no packing makes shorter, the same each time. */
    private Path written(String name) throws IOException {
        var file = folder.resolve(name);
        var random = new Random(2417);
        var bytes = new byte[MEBIBYTE];
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (var piece = 0; piece < SIZE; piece++) {
                random.nextBytes(bytes);
                out.write(bytes);
            }
            out.write(bytes, 0, 12_345);
        }
        return file;
    }

    private static Locator.WaitForOptions patiently() {
        return new Locator.WaitForOptions().setTimeout(PATIENCE.toMillis());
    }

    /** One way of the file: how long it takes, how much goes over the line, what the pages hold meanwhile. */
    private static final class Way {

        private final String what;
        private final LongSupplier line;
        private final long before;
        private final long begun = System.nanoTime();
        private final Memory memory = Memory.ofPages();

        Way(String what, LongSupplier line) {
            this.what = what;
            this.line = line;
            this.before = line.getAsLong();
        }

        void awaitMebibytes(int wanted) throws InterruptedException {
            while (carried() < wanted) {
                assertThat(System.nanoTime() - begun).as(what).isLessThan(PATIENCE.toNanos());
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }

        void assertNothingTwice(int breaks) {
            memory.close();
            System.out.printf(
                    "| %d MiB %s, %d times interrupted | %.1f s | %d MiB over the line | pages grew by at most %d MiB |%n",
                    SIZE, what, breaks, (System.nanoTime() - begun) / 1e9, carried(), memory.growth());
            assertThat(carried()).as("MiB over the line, " + what).isLessThan(SIZE + breaks * AGAIN);
            memory.assertFlat();
        }

        private long carried() {
            return (line.getAsLong() - before) / MEBIBYTE;
        }
    }
}

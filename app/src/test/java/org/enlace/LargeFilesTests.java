package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.enlace.demo.Cast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large file from one officer's disk to another's, in the real browser, over a line that breaks, from a page that is closed and goes on in another browser, to a
 * server that is killed on the way. What was sent is not sent again, and neither the pages nor the server grow with the file. {@code bench/files} runs it with other
 * sizes.
 */
class LargeFilesTests {

    private static final int MEBIBYTE = 1 << 20;
    private static final int SIZE = Integer.getInteger("files.mebibytes", 60);
    private static final int CUTS = Integer.getInteger("files.cuts", 3);

    /** In MiB: what is under way when a line breaks (three chunks, and what the systems hold for it), and what else the page asks meanwhile. */
    private static final int AGAIN = 12;

    /** Chunks that were on their way when the page was closed, and what the systems held for them. */
    private static final int UNDER_WAY = 6;

    private static final Pattern CHUNK = Pattern.compile("/uploads/[0-9a-f-]+/chunks/(\\d+)$");

    /** In MiB, of the server: less than two officers with such files need if any of it were held whole. */
    private static final int HEAP = 256;

    private static final Duration PATIENCE = Duration.ofMinutes(5).plusMillis(600L * SIZE);

    /** The officer who says where to save: a file in the browser's own file system, written piece by piece as one on the disk. */
    private static final String SAVES_HERE = """
            () => window.showSaveFilePicker = async ({ suggestedName }) =>
                (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true })""";

    private static final String HANDS_OVER = """
            async (name) => {
              const handle = await (await navigator.storage.getDirectory()).getFileHandle(name);
              const link = document.createElement('a');
              link.href = URL.createObjectURL(await handle.getFile());
              link.download = name;
              link.click();
            }""";

    private static final String GONE = """
            async (name) => (await navigator.storage.getDirectory()).removeEntry(name)""";

    /** Firefox and Safari, which ask nobody where to save. */
    private static final String ASKS_NOBODY = "() => delete window.showSaveFilePicker";

    private static final String PARKED = """
            async () => {
              const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('enlace-saving', { create: true });
              let count = 0;
              for await (const name of folder.keys()) count++;
              return count;
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
        var file = folder.resolve("registros.bin");
        var hash = write(file);
        var request = send(file);
        save(request, hash);
        System.out.printf(
                "| server, heap of %d MiB | at most %d MiB of it in use, %d MiB resident |%n",
                HEAP, demo.heapPeak(), Memory.peak(demo.process()));
    }

    private String send(Path file) throws Exception {
        var there = SIZE / 3;
        var draft = beginAndClose(file, there);
        try (var paraguay = atTheDesk()) {
            var page = paraguay.page();
            page.navigate(address("localhost") + draft);
            assertOnlyTheSameFileGoesOn(page, file);

            var chunks = new ConcurrentSkipListSet<Integer>();
            paraguay.context().onRequest(request -> {
                var put = CHUNK.matcher(request.url());
                if (put.find()) chunks.add(Integer.valueOf(put.group(1)));
            });
            var way = new Way("gone on in another browser, sealed and sent", line::sent);
            page.locator(".unfinished input").setInputFiles(file);
            var left = SIZE - there;
            for (var cut = 1; cut <= CUTS; cut++) {
                way.awaitMebibytes(cut * left / (CUTS + 2));
                line.cut();
            }
            assertPauses(page.locator("[data-part=files] li"), way);
            way.awaitMebibytes((CUTS + 1) * left / (CUTS + 2));
            demo.killHard();
            demo = RunningDemo.start(folder.resolve("demo"), HEAP, Map.of());
            line.leadTo(demo.port());
            page.locator("[data-part=files] [data-part=take-away]:visible").waitFor(patiently());
            assertThat(chunks).as("chunks sent by the second browser").isNotEmpty();
            assertThat(chunks.first()).as("the first of them").isGreaterThan(there - UNDER_WAY);
            way.assertNothingTwice(left, CUTS + 2);
            return new Wizard(page).send();
        }
    }

    /** A new request with a file that is not there yet when the browser goes. Answers the path of its attachments. */
    private String beginAndClose(Path file, int mebibytes) throws Exception {
        try (var paraguay = atTheDesk()) {
            var page = paraguay.page();
            var wizard = new Wizard(page).begin(address("localhost"), "CRI").answer("registros");
            assertLimitsAreToldAtOnce(page, wizard);
            wizard.saved();
            var way = new Way("begun", line::sent);
            wizard.attach(file);
            way.awaitMebibytes(mebibytes);
            way.memory.close();
            return page.url().replaceFirst("^https?://[^/]+", "");
        }
    }

    private Browsers.Visit atTheDesk() {
        return Acting.enter(Cast.PARAGUAY_DUTY, Language.ES, address("localhost"))
                .expecting("net::ERR_|409");
    }

    /** The page says what is there and until when; another file of the same size is refused, and nothing of it goes over the line. */
    private void assertOnlyTheSameFileGoesOn(Page page, Path file) throws Exception {
        var unfinished = page.locator(".unfinished");
        unfinished.getByText(Pattern.compile("se conservan hasta el")).waitFor();
        var other = folder.resolve("otros.bin");
        try (var sparse = new RandomAccessFile(other.toFile(), "rw")) {
            sparse.setLength(Files.size(file));
        }
        var before = line.sent();
        unfinished.locator("input").setInputFiles(other);
        unfinished.getByText(Pattern.compile("no es el archivo")).waitFor(patiently());
        assertThat(line.sent() - before)
                .as("bytes over the line for another file")
                .isLessThan(MEBIBYTE / 4);
    }

    /** What is allowed stands there before a file is chosen, and the server says no before a byte of it is read. */
    private void assertLimitsAreToldAtOnce(Page page, Wizard wizard) throws IOException {
        page.locator("[data-part=limits]").getByText(Pattern.compile("4,3 GB")).waitFor();
        var huge = folder.resolve("disco.img");
        try (var sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(4L << 30);
        }
        wizard.attach(huge);
        page.locator("[data-part=files] li")
                .getByText(Pattern.compile("4.?096 MB"))
                .waitFor();
        page.locator("[data-part=files] li [data-part=end]").click();
    }

    /** Nothing goes over the line until the officer goes on. */
    private static void assertPauses(Locator file, Way way) throws InterruptedException {
        var pause = file.locator("[data-part=pause]");
        pause.click();
        file.locator("[data-part=resume]").waitFor();
        TimeUnit.SECONDS.sleep(1);
        var before = way.carried();
        TimeUnit.SECONDS.sleep(1);
        assertThat(way.carried()).as("MiB over the line while paused").isEqualTo(before);
        pause.click();
    }

    private void save(String request, String hash) throws Exception {
        try (var costaRica = Acting.enter(
                        Browsers.visitWithProfile(Language.EN, folder.resolve("profile")),
                        Cast.COSTA_RICA_DUTY,
                        Language.EN,
                        address("127.0.0.1"))
                .expecting("net::ERR_")) {
            var page = costaRica.page();
            page.navigate(address("127.0.0.1") + request);
            Acting.open(page);
            var file = page.locator("[data-part=files] li").first();
            file.waitFor();
            file.locator("summary").click();
            assertThat(file.locator("[data-part=plain]").textContent()).isEqualTo(hash);

            page.evaluate(SAVES_HERE);
            saveBroken("fetched, opened and saved", file, "Saved");
            assertSame(page.waitForDownload(() -> page.evaluate(HANDS_OVER, "registros.bin")), hash);
            page.evaluate(GONE, "registros.bin");

            page.evaluate(ASKS_NOBODY);
            var offered =
                    page.waitForDownload(new Page.WaitForDownloadOptions().setTimeout(PATIENCE.toMillis()), () -> {
                        try {
                            saveBroken("the same, in a browser without a save dialog", file, "saving it");
                        } catch (InterruptedException interrupted) {
                            Thread.currentThread().interrupt();
                        }
                    });
            assertSame(offered, hash);
            assertThat(page.evaluate(PARKED)).isEqualTo(1);
            page.reload();
            page.locator("[data-part=files] li").first().waitFor();
            page.waitForFunction("async () => (await (" + PARKED + ")()) === 0");
        }
    }

    private void saveBroken(String what, Locator file, String said) throws InterruptedException {
        var way = new Way(what, line::received);
        file.locator("[data-part=fetch]").click();
        for (var cut = 1; cut <= CUTS; cut++) {
            way.awaitMebibytes(cut * SIZE / (CUTS + 1));
            line.cut();
        }
        file.getByText(said).waitFor(patiently());
        way.assertNothingTwice(SIZE, CUTS);
    }

    private static void assertSame(Download download, String hash) throws Exception {
        try (var saved = download.createReadStream();
                var hashed = new DigestInputStream(saved, MessageDigest.getInstance("SHA-256"))) {
            hashed.transferTo(OutputStream.nullOutputStream());
            var came = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
            System.out.printf(
                    "| SHA-256 of what was sent, and of what was saved | %s… | %s… |%n",
                    hash.substring(0, 16), came.substring(0, 16));
            assertThat(came).as("SHA-256 of what was saved").isEqualTo(hash);
        }
        download.delete();
    }

    private String address(String host) {
        return "http://" + host + ":" + line.port();
    }

    /** Bytes that no packing makes shorter, the same each time; answers their SHA-256. */
    private static String write(Path file) throws Exception {
        var random = new Random(2417);
        var hash = MessageDigest.getInstance("SHA-256");
        var bytes = new byte[MEBIBYTE];
        try (var out = new DigestOutputStream(Files.newOutputStream(file), hash)) {
            for (var piece = 0; piece < SIZE; piece++) {
                random.nextBytes(bytes);
                out.write(bytes);
            }
            out.write(bytes, 0, 12_345);
        }
        return HexFormat.of().formatHex(hash.digest());
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

        void assertNothingTwice(int size, int breaks) {
            memory.close();
            System.out.printf(
                    "| %d MiB %s, %d times interrupted | %.1f s | %d MiB over the line | pages grew by at most %d MiB |%n",
                    size, what, breaks, (System.nanoTime() - begun) / 1e9, carried(), memory.growth());
            assertThat(carried()).as("MiB over the line, " + what).isLessThan(size + breaks * AGAIN);
            memory.assertFlat();
        }

        private long carried() {
            return (line.getAsLong() - before) / MEBIBYTE;
        }
    }
}

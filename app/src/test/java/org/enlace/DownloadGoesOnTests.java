package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A large file on its way down when the line breaks and the browser is closed: what had come stays there, sealed, and the next download goes on from it. */
class DownloadGoesOnTests {

    private static final int MEBIBYTE = 1 << 20;
    private static final int SIZE = 24 * MEBIBYTE;

    /** What had certainly come when the line breaks at half the file: less what the systems held. */
    private static final long CAME = 8L * MEBIBYTE;

    /** A port at which nobody answers. */
    private static final int NOBODY = 1;

    private static final String ASKS_NOBODY = "() => delete window.showSaveFilePicker";

    private static final String KEPT = """
            async () => {
              const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('enlace-coming', { create: true });
              let count = 0;
              for await (const name of folder.keys()) count++;
              return count;
            }""";

    private static final String CHANGES_A_BYTE = """
            async () => {
              const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('enlace-coming');
              for await (const handle of folder.values()) {
                const at = 5_000_000;
                const byte = new Uint8Array(await (await handle.getFile()).slice(at, at + 1).arrayBuffer());
                const writer = await handle.createWritable({ keepExistingData: true });
                await writer.write({ type: 'write', position: at, data: new Uint8Array([byte[0] ^ 1]) });
                await writer.close();
              }
            }""";

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.shared();

    @TempDir
    private static Path folder = Path.of("");

    private static byte[] records = {};
    private static String request = "";
    private static Line line = null;

    @TempDir
    private Path profile;

    @BeforeAll
    static void send() throws Exception {
        line = new Line(demo.running().port());
        records = new byte[SIZE];
        new Random(2417).nextBytes(records);
        var file = Files.write(folder.resolve("registros.bin"), records);
        try (var asuncion = Acting.enter(Cast.PARAGUAY_DUTY, Language.ES, demo.localhost())) {
            var wizard = new Wizard(asuncion.page())
                    .begin(demo.localhost(), "CRI")
                    .answer("registros")
                    .attach(file);
            asuncion.page()
                    .locator("[data-part=files] [data-part=take-away]:visible")
                    .waitFor(new Locator.WaitForOptions().setTimeout(120_000));
            request = wizard.send();
        }
        OfficerSession.signIn(demo.localhost(), Cast.COSTA_RICA_DUTY)
                .act(UUID.fromString(request.replace("/requests/", "")), OfficerSession.OPEN, null);
    }

    @AfterAll
    static void closeTheLine() throws Exception {
        line.close();
    }

    @BeforeEach
    @AfterEach
    void mendTheLine() {
        line.leadTo(demo.running().port());
    }

    @Test
    void fromWhereItWasWhenTheBrowserWasClosed() throws Exception {
        breakOffAndClose();
        try (var sanJose = atTheFile()) {
            var page = sanJose.page();
            assertThat(file(page).locator("[data-part=here]")).containsText("of 25 MB are here already");
            sanJose.isAccessible();
            var ranges = new CopyOnWriteArrayList<String>();
            sanJose.context().onRequest(asked -> {
                if (asked.url().contains("/documents/"))
                    ranges.add(asked.headers().getOrDefault("range", "all"));
            });
            assertThat(bytes(fetched(page))).isEqualTo(records);
            assertThat(ranges)
                    .hasSize(1)
                    .allSatisfy(range -> assertThat(begins(range)).as(range).isBetween(CAME, (long) SIZE));
            assertThat(file(page).locator("[data-part=here]")).isHidden();
            assertThat(page.evaluate(KEPT)).isEqualTo(0);
        }
    }

    @Test
    void notFromWhatSomebodyChangedMeanwhile() throws Exception {
        breakOffAndClose();
        try (var sanJose = atTheFile()) {
            var page = sanJose.page();
            page.evaluate(CHANGES_A_BYTE);
            file(page).locator("[data-part=fetch]").click();
            assertThat(file(page).locator(".how-far")).containsText("thrown away");
            assertThat(file(page).locator("[data-part=here]")).isHidden();
            assertThat(page.evaluate(KEPT)).isEqualTo(0);
            assertThat(bytes(fetched(page))).isEqualTo(records);
        }
    }

    @Test
    void inOneTabAtATimeUntilItIsThrownAway() throws Exception {
        try (var sanJose = atTheFile()) {
            var page = sanJose.page();
            breakOff(page);
            file(page).locator("[data-part=pause]").click();
            mendTheLine();
            var other = sanJose.context().newPage();
            atTheFile(other);
            for (var press : List.of("throw-away", "fetch")) {
                file(other).locator("[data-part=" + press + "]").click();
                assertThat(file(other).locator(".how-far")).containsText("Another tab");
            }
            other.close();

            page.bringToFront();
            file(page).locator("[data-part=fetch]").click();
            assertThat(file(page).locator("[data-part=here]")).containsText("are here already");
            file(page).locator("[data-part=throw-away]").click();
            assertThat(file(page).locator("[data-part=here]")).isHidden();
            assertThat(page.evaluate(KEPT)).isEqualTo(0);
        }
    }

    private void breakOffAndClose() throws Exception {
        try (var sanJose = atTheFile()) {
            breakOff(sanJose.page());
        }
        mendTheLine();
    }

    private static void breakOff(Page page) throws InterruptedException {
        var before = line.received();
        file(page).locator("[data-part=fetch]").click();
        while (line.received() - before < SIZE / 2) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        line.leadTo(NOBODY);
        line.cut();
        assertThat(file(page).locator(".how-far")).containsText("No connection");
    }

    private Browsers.Visit atTheFile() {
        var visit = Browsers.visitWithProfile(Language.EN, profile).expecting("net::ERR_");
        Acting.enter(visit, Cast.COSTA_RICA_DUTY, Language.EN, address());
        atTheFile(visit.page());
        return visit;
    }

    private static void atTheFile(Page page) {
        page.navigate(address() + request);
        file(page).waitFor();
        page.evaluate(ASKS_NOBODY);
    }

    private static Locator file(Page page) {
        return page.locator("[data-part=files] li").first();
    }

    private static Download fetched(Page page) {
        return page.waitForDownload(
                () -> file(page).locator("[data-part=fetch]").click());
    }

    private static byte[] bytes(Download download) throws Exception {
        try (var saved = download.createReadStream()) {
            return saved.readAllBytes();
        }
    }

    private static long begins(String range) {
        return Long.parseLong(range.replaceFirst("^bytes=(\\d+)-$", "$1"));
    }

    private static String address() {
        return "http://127.0.0.1:" + line.port();
    }
}

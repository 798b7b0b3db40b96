package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.Acting.enter;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.enlace.demo.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A national coordinator sends the scanned note with what she enters, over a line that breaks; the secretariat reads both side by side and decides. */
class ScannedNoteTests {

    private static final int MEBIBYTE = 1 << 20;
    private static final int SIZE = 19 * MEBIBYTE;

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.shared();

    @TempDir
    private Path folder;

    @Test
    void arrivesOverALineThatBreaksAndIsReadBeforeTheDecision() throws Exception {
        var note = note();
        var seal = picture();
        String change;
        try (var line = new Line(demo.running().port());
                var coordinator = enter(
                                Browsers.visit(Language.ES, 360),
                                Cast.PARAGUAY_COORDINATOR,
                                Language.ES,
                                "http://localhost:" + line.port())
                        .expecting("net::ERR_|422")) {
            var page = coordinator.page();
            propose(page, "http://localhost:" + line.port());
            change = page.url().replaceAll("^http://[^/]+|[?#].*$", "");
            assertThat(page.locator("#scan-hint")).containsText("20 MB");
            assertThatItIsToldWhatDoesNotFit(page);
            coordinator.isAccessible();

            var before = line.sent();
            page.locator("#scan").setInputFiles(note);
            awaitSent(line, before + 5L * MEBIBYTE);
            line.leadTo(nobodyThere());
            line.cut();
            assertThat(page.locator("#scans .how-far")).containsText("Sin conexión");
            line.leadTo(demo.running().port());
            page.reload();
            assertThat(page.locator("#scans")).containsText("Elija de nuevo el mismo archivo");
            coordinator.isAccessible();
            page.locator("#scan").setInputFiles(note);
            page.locator("#scans a.name").waitFor();
            assertThat(line.sent() - before)
                    .as("what was there is not sent again")
                    .isLessThan(SIZE + 4L * MEBIBYTE);
            page.locator("#scan").setInputFiles(seal);
            assertThat(page.locator("#scans a.name")).hasCount(2);
            assertThat(page.locator("#scan-said")).containsText("sello.png");
            coordinator.isAccessible();
        }

        try (var legal = enter(Cast.SECRETARIAT_LEGAL, Language.FR, demo.loopback())) {
            var page = legal.page();
            page.navigate(demo.loopback() + change + "?lang=fr");
            assertThat(page.locator("#scans")).containsText("19,9 Mo");
            var saved = page.waitForDownload(
                    () -> page.locator("#scans a.name").first().click());
            assertThat(saved.suggestedFilename()).isEqualTo("nota 14.pdf");
            assertThat(Files.mismatch(note, saved.path())).isEqualTo(-1);
            page.locator("#scans summary").click();
            var shown = page.locator("#scans img");
            shown.scrollIntoViewIfNeeded();
            page.waitForCondition(() -> width(shown) == 40);
            legal.isAccessible();
            page.locator("form[action$='/approval'] button").click();
            assertThat(page.locator("form[action$='/approval']")).hasCount(0);
            assertThat(page.locator("#scans a.name")).hasCount(2);
        }
    }

    private void assertThatItIsToldWhatDoesNotFit(Page page) throws IOException {
        var large = folder.resolve("grande.pdf");
        Files.write(large, new byte[21 * MEBIBYTE]);
        assertThat(page.locator("#scans [data-part=send]")).isHidden();
        page.locator("#scan").setInputFiles(large);
        assertThat(page.locator("#scans [data-part=problem]")).containsText("supera los 20 MB");
        var text = Files.writeString(folder.resolve("nota.pdf"), "Señora Secretaria:");
        page.locator("#scan").setInputFiles(text);
        assertThat(page.locator("#scans .how-far")).containsText("no es PDF, JPEG, PNG ni TIFF");
        page.locator("#scans .files [data-part=end]").click();
        assertThat(page.locator("#scans .how-far")).hasCount(0);
    }

    private static void propose(Page page, String base) {
        page.navigate(base + "/states/PRY/authorities/new?lang=es");
        assertThat(page.locator("main")).containsText("podrá adjuntar la nota escaneada");
        page.locator("[name=name]").fill("Fiscalía Adjunta de Ciberdelitos");
        page.locator("[name=nameLanguage]").selectOption("es");
        page.locator("[name=kind]").selectOption("PROSECUTION_UNIT");
        page.locator("[name=source]").fill("Nota 14/2026");
        page.locator("main form button.button:not(.second)[type=submit]").last().click();
        page.waitForURL(Pattern.compile("/changes/[0-9a-f-]{36}"));
    }

    private static int width(Locator picture) {
        return ((Number) picture.evaluate("each => each.naturalWidth")).intValue();
    }

    private static void awaitSent(Line line, long bytes) throws InterruptedException {
        for (var tries = 0; line.sent() < bytes; tries++) {
            assertThat(tries).as("waited a minute for the upload").isLessThan(12_000);
            Thread.sleep(5);
        }
    }

    private static int nobodyThere() throws IOException {
        try (var once = new ServerSocket(0)) {
            return once.getLocalPort();
        }
    }

    private Path note() throws IOException {
        var bytes = new byte[SIZE];
        new Random(14).nextBytes(bytes);
        var first = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(first, 0, bytes, 0, first.length);
        return Files.write(folder.resolve("nota 14.pdf"), bytes);
    }

    private Path picture() throws IOException {
        var file = folder.resolve("sello.png");
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }
}

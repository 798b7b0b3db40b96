package org.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Carried files of a {@link Story}: what holds, what was changed, what cannot be told. */
class CarriedFileTests {

    private static final Path KEPT = Path.of("src/test/resources/carried/v1/carried.zip");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("carried.zip");
        try (var out = Files.newOutputStream(file)) {
            write(Story.told(), out);
        }
    }

    /** Writes the file of the version that is about to be released into the folder that keeps it for ever. Run from the folder {@code ledger}. */
    public static void main(String[] args) throws IOException {
        Files.createDirectories(KEPT.getParent());
        try (var out = Files.newOutputStream(KEPT)) {
            write(Story.told(), out);
        }
    }

    static void write(Story story, OutputStream out) throws IOException {
        var note = story.checkpoint().signedBy(Story.LOG).encode();
        var cover =
                new CarriedWriter.Cover(Story.REQUEST, Story.START.plusSeconds(86_400), "es", note, Story.LOG.logKey());
        try (var writer = new CarriedWriter(out, cover)) {
            for (var item : story.acts) {
                writer.act(item.jws());
            }
            for (var authority : new String[] {Story.PARAGUAY, Story.COSTA_RICA}) {
                writer.copy(authority, 1, "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII));
            }
            for (var item : story.keys) {
                writer.key(new Logged(item.jws(), item.entry(), story.proof(item)));
            }
            for (var item : story.acts) {
                for (var content : ((Act) item.signed()).content()) {
                    if (content.role() == Act.Role.FORM) {
                        writer.content(content, new ByteArrayInputStream(Story.SEALED_FORM));
                    } else {
                        writer.contentLeftOut(content);
                    }
                }
            }
        }
    }

    @Test
    void isValidAndGivesBackWhatWasPutIn() throws IOException {
        var story = Story.told();
        try (var carried = CarriedFile.open(file, Story.LOG.logKey())) {
            assertThat(carried.reasons("en")).isEmpty();
            assertThat(carried.verdict()).isEqualTo(CarriedFile.Verdict.VALID);
            assertThat(carried.acts()).hasSameSizeAs(story.acts);
            assertThat(carried.copies())
                    .extracting(CarriedFile.Copy::authority)
                    .containsExactly(Story.PARAGUAY, Story.COSTA_RICA);
            assertThat(carried.keys()).hasSameSizeAs(story.keys);
            var form = new ByteArrayOutputStream();
            carried.content(carried.acts().getFirst().act().content().getFirst().document(), form);
            assertThat(form.toByteArray()).isEqualTo(Story.SEALED_FORM);
        }
    }

    @Test
    void theFileOfTheFirstVersionIsReadForEver() {
        try (var carried = CarriedFile.open(KEPT, Story.LOG.logKey())) {
            assertThat(carried.verdict()).isEqualTo(CarriedFile.Verdict.VALID);
        }
    }

    @Test
    void whateverIsChangedInItIsFound() {
        for (var name : Packages.unpack(file).keySet()) {
            if (name.equals(Manifest.STATEMENT)) {
                continue;
            }
            var changed = change(name, bytes -> {
                bytes[bytes.length / 2] ^= 1;
                return bytes;
            });
            try (var carried = CarriedFile.open(changed, Story.LOG.logKey())) {
                if (!name.startsWith("copies/")) {
                    assertThat(carried.verdict()).as(name).isNotEqualTo(CarriedFile.Verdict.VALID);
                    assertThat(carried.reasons("pt")).as(name).isNotEmpty();
                }
            }
        }
    }

    @Test
    void anActLeftOutOrAddedIsFound() {
        var files = new LinkedHashMap<>(Packages.unpack(file));
        files.remove("acts/002.jws");
        assertThat(verdict(files)).isEqualTo(CarriedFile.Verdict.NOT_VALID);
        files = new LinkedHashMap<>(Packages.unpack(file));
        files.put("acts/777.jws", files.get("acts/001.jws"));
        assertThat(verdict(files)).isEqualTo(CarriedFile.Verdict.NOT_VALID);
    }

    @Test
    void anotherLogIsRefused() {
        var other = new LogSigner(Story.ORIGIN, SigningKey.generate()).logKey();
        try (var carried = CarriedFile.open(file, other)) {
            assertThat(carried.verdict()).isEqualTo(CarriedFile.Verdict.NOT_VALID);
        }
    }

    @Test
    void whatIsNoSuchFileCannotBeTold() throws IOException {
        var text = Files.writeString(folder.resolve("mail.txt"), "the case, in clear");
        try (var carried = CarriedFile.open(text, null)) {
            assertThat(carried.verdict()).isEqualTo(CarriedFile.Verdict.CANNOT_TELL);
            assertThat(carried.isReadable()).isFalse();
        }
        var later = change(Manifest.FILE, Packages.text(list -> list.replace("{\"v\":1,", "{\"v\":2,")));
        try (var carried = CarriedFile.open(later, null)) {
            assertThat(carried.verdict()).isEqualTo(CarriedFile.Verdict.CANNOT_TELL);
        }
    }

    @Test
    void theCommandVerifyKnowsItToo() {
        var said = new ByteArrayOutputStream();
        var code = Verify.run(new PrintStream(said, true, StandardCharsets.UTF_8), file.toString(), "--language", "fr");
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("VALIDE").contains("Demande transportée");
        assertThat(code).isZero();
    }

    @Test
    void statementsTakenAlongAreBelievedTogetherOrNotAtAll() {
        var story = Story.told();
        var note = story.checkpoint().signedBy(Story.LOG).encode();
        var all = story.keys.stream()
                .map(item -> new Logged(item.jws(), item.entry(), story.proof(item)))
                .toList();
        var stated = StatedKeys.of(all, note, Story.LOG.logKey());
        assertThat(stated.current(Story.COSTA_RICA)).isPresent();
        assertThat(stated.current("bra-sample-unit")).isEmpty();
        assertThat(stated.behind(Set.of(Story.COSTA_RICA))).isNotEmpty().hasSizeLessThan(all.size());
        var swapped = new java.util.ArrayList<>(all);
        swapped.set(
                0, new Logged(all.get(0).jws(), all.get(1).entry(), all.get(1).proof()));
        assertThatThrownBy(() -> StatedKeys.of(swapped, note, Story.LOG.logKey()))
                .isInstanceOf(Malformed.class);
    }

    private Path change(String name, UnaryOperator<byte[]> change) {
        var files = new LinkedHashMap<>(Packages.unpack(file));
        files.computeIfPresent(name, (ignored, bytes) -> change.apply(bytes));
        var changed = folder.resolve("changed.zip");
        Packages.pack(files, changed);
        return changed;
    }

    private CarriedFile.Verdict verdict(Map<String, byte[]> files) {
        var changed = folder.resolve("changed.zip");
        Packages.pack(files, changed);
        try (var carried = CarriedFile.open(changed, Story.LOG.logKey())) {
            return carried.verdict();
        }
    }
}

package org.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command, as a person at a terminal uses it, and the packages of all released versions. */
class VerifyTests {
    private static final Path MAIN = Path.of("src/main/java/org/enlace/ledger");
    private static final Path KEPT = Path.of("src/test/resources/evidence");

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() {
        file = Packages.write(Story.told(), folder.resolve("package.zip"));
    }

    @ParameterizedTest
    @CsvSource({"en, VALID", "es, VÁLIDO", "fr, VALIDE", "pt, VÁLIDO"})
    void saysInFourLanguagesThatAPackageIsValid(String language, String verdict) {
        var answer = verify(file.toString(), "--log-key", Story.LOG.logKey().line(), "--language", language);
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.lines().getFirst()).isEqualTo(verdict);
        assertThat(answer.text())
                .contains(
                        Packages.REFERENCE,
                        new Sentences(language).say("act.preserve"),
                        Story.LOG.logKey().line());
    }

    @Test
    void printsTheFingerprintOfAKeyThatItTookFromThePackage() {
        var answer = verify(file.toString(), "--language", "en");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.text())
                .contains(
                        Story.LOG.logKey().line(),
                        Story.LOG.key().verifyingKey().id(),
                        "--log-key");
    }

    @Test
    void saysWhyAPackageIsNotValid() {
        var files = Packages.unpack(file);
        files.put("acts/001.jws", files.get("acts/002.jws"));
        Packages.pack(files, file);
        var answer = verify("--language", "en", file.toString());
        assertThat(answer.exitCode()).isOne();
        assertThat(answer.lines().getFirst()).isEqualTo("NOT VALID");
        assertThat(answer.text()).contains("- acts/001.jws is not the thing that was entered in the log at place 6.");
    }

    @Test
    void saysWhyItCannotTell() throws IOException {
        Files.writeString(file, "this is a letter");
        var answer = verify(file.toString(), "--language", "es");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.lines())
                .containsExactly(
                        "NO SE PUEDE DETERMINAR",
                        "",
                        "- El archivo no es un paquete de pruebas: no es un archivo ZIP.");
    }

    @Test
    void judgesSeveralPackagesAndTheWorstDecides() throws IOException {
        var good = Files.copy(file, folder.resolve("good.zip"));
        var letter = Files.writeString(folder.resolve("letter.zip"), "this is a letter");
        var files = Packages.unpack(file);
        files.put("acts/001.jws", files.get("acts/002.jws"));
        Packages.pack(files, file);

        var fine = verify("--language", "en", good.toString(), good.toString());
        assertThat(fine.exitCode()).isZero();
        assertThat(fine.lines().getFirst()).isEqualTo("== " + good);
        assertThat(verify(good.toString(), letter.toString()).exitCode()).isEqualTo(2);
        assertThat(verify(good.toString(), letter.toString(), file.toString()).exitCode())
                .as("what is wrong outweighs what cannot be told")
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--help",
                "a b",
                "file --log-key",
                "file --log-key x",
                "file --language",
                "file --language de",
                "file --verbose"
            })
    void explainsItselfWhenItIsMisspelt(String line) {
        var answer = verify(line.isEmpty() ? new String[0] : line.split(" ", -1));
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.text()).doesNotContain("Exception");
    }

    @Test
    void noticesASlipInTheKey() {
        var answer = verify(
                file.toString(),
                "--language",
                "en",
                "--log-key",
                Story.LOG.logKey().line().replace("example", "exemple"));
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.text()).contains("not well formed");
    }

    @ParameterizedTest
    @MethodSource("kept")
    void packagesOfEveryReleasedVersionStayValid(Path kept) throws IOException {
        String key = Files.readString(kept.resolveSibling("log-key")).strip();
        var answer = verify(kept.toString(), "--log-key", key, "--language", "en");
        assertThat(answer.text()).startsWith("VALID");
        assertThat(answer.exitCode()).isZero();
    }

    static Stream<Path> kept() throws IOException {
        try (var files = Files.walk(KEPT)) {
            return files.filter(file -> file.toString().endsWith(".zip")).toList().stream();
        }
    }

    @Test
    void everySentenceExistsInFourLanguagesWithTheSamePlaces() throws IOException {
        var english = words("");
        var place = Pattern.compile("\\{[0-9]}");
        for (String language : List.of("_es", "_fr", "_pt")) {
            var other = words(language);
            assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(places(place, other.getProperty(key)))
                        .as(key + language)
                        .isEqualTo(places(place, english.getProperty(key)));
            }
        }
    }

    @Test
    void everyReasonThatIsGivenHasItsSentenceAndEverySentenceIsUsed() throws IOException {
        var used = new TreeSet<String>();
        var call = Pattern.compile(
                "(?:wrong|unclear|note|CannotTell|Bomb|Reason\\.of)\\(\\s*(?:file\\.length\\(\\) == 0 \\? )?\"([a-z-]+)\"|[:?] \"([a-z-]+)\"\\)?[;: ]");
        for (String name :
                List.of("Archive", "Enclosure", "Evidence", "CarriedFile", "RequestCheck", "Officers", "RefusalFile")) {
            String code = Files.readString(MAIN.resolve(name + ".java"));
            call.matcher(code)
                    .results()
                    .forEach(match -> used.add(match.group(1) != null ? match.group(1) : match.group(2)));
        }
        var known = new TreeSet<String>();
        words("").stringPropertyNames().stream()
                .filter(key -> key.startsWith("reason."))
                .forEach(key -> known.add(key.substring("reason.".length())));
        assertThat(used).isEqualTo(known);
    }

    private static Set<String> places(Pattern place, String sentence) {
        var places = new TreeSet<String>();
        place.matcher(sentence).results().forEach(match -> places.add(match.group()));
        return places;
    }

    private static Properties words(String suffix) throws IOException {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(MAIN.resolve("messages" + suffix + ".properties"))) {
            words.load(reader);
        }
        return words;
    }

    private static Answer verify(String... arguments) {
        var out = new ByteArrayOutputStream();
        int exitCode = Verify.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        return new Answer(exitCode, out.toString(StandardCharsets.UTF_8));
    }

    private record Answer(int exitCode, String text) {
        List<String> lines() {
            return new ArrayList<>(text.lines().toList());
        }
    }
}

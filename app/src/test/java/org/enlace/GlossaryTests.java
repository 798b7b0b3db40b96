package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One thing has one name: the words that {@code docs/glossary.md} rules out stand in no sentence of any room, form or example, nor in what the verifier says. */
class GlossaryTests {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern TEXT = Pattern.compile("\"(es|fr|pt)\": ?\"((?:[^\"\\\\]|\\\\.)*)\"");

    private record Ruled(String language, String word) {}

    private record Sentence(String language, String place, String text) {

        boolean says(Ruled ruled) {
            return language.equals(ruled.language())
                    && text.toLowerCase(Locale.ROOT).contains(ruled.word().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void noOtherNameIsUsed() throws IOException {
        var ruled = ruledOut();
        assertThat(ruled).hasSizeGreaterThan(20);
        var sentences = Stream.concat(messages(), forms()).toList();
        assertThat(sentences).hasSizeGreaterThan(9_000);
        assertThat(ruled)
                .allSatisfy(each -> assertThat(sentences)
                        .filteredOn(sentence -> sentence.says(each))
                        .as("%s in %s", each.word(), each.language())
                        .isEmpty());
    }

    /** The last column: {@code es: a word, another; pt: a third}. */
    private static List<Ruled> ruledOut() throws IOException {
        var ruled = new ArrayList<Ruled>();
        for (var line : Files.readAllLines(ROOT.resolve("docs/glossary.md"))) {
            var cells = line.split("\\|", -1);
            if (cells.length == 8) {
                Arrays.stream(cells[6].split(";"))
                        .map(String::strip)
                        .filter(each -> each.matches("(es|fr|pt): .*"))
                        .forEach(each -> Arrays.stream(each.substring(4).split(","))
                                .forEach(word -> ruled.add(new Ruled(each.substring(0, 2), word.strip()))));
            }
        }
        return ruled;
    }

    private static Stream<Sentence> messages() throws IOException {
        return files(path -> path.getFileName().toString().matches("messages_(es|fr|pt)\\.properties"))
                .flatMap(path -> lines(path)
                        .filter(line -> line.contains("="))
                        .map(line -> new Sentence(
                                path.getFileName().toString().substring(9, 11),
                                path + " " + line.substring(0, line.indexOf('=')),
                                line.substring(line.indexOf('=') + 1))));
    }

    private static Stream<Sentence> forms() throws IOException {
        return files(path ->
                        path.toString().contains("/forms/") && path.toString().endsWith(".json"))
                .flatMap(path -> TEXT.matcher(String.join("\n", lines(path).toList()))
                        .results()
                        .map(found -> new Sentence(found.group(1), path.toString(), found.group(2))));
    }

    private static Stream<Path> files(Predicate<Path> wanted) throws IOException {
        var found = new ArrayList<Path>();
        for (var folder : List.of("app/src/main/java", "ledger/src/main/java")) {
            try (var paths = Files.walk(ROOT.resolve(folder))) {
                paths.filter(wanted).forEach(found::add);
            }
        }
        return found.stream();
    }

    private static Stream<String> lines(Path path) {
        try {
            return Files.readAllLines(path).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

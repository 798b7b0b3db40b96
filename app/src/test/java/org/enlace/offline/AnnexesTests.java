package org.enlace.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlace.Language;
import org.enlace.forms.Forms;
import org.enlace.ui.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a form waits for, on the terminal of an officer who is off-line. */
class AnnexesTests {

    private static final String ORIGINAL_IN_SPANISH = "2\n1\n";
    private static final String PROVISION = "2\n";

    private final Rules rules =
            new Rules(Forms.read().require("assistance/1"), Set.of("instrument:untoc"), Map.of(), List.of());

    @TempDir
    private Path folder;

    @Test
    void theTextOfTheProvisionsIsAskedForUntilItIsThereWithItsDay() throws IOException {
        var code = Files.writeString(folder.resolve("codigo.txt"), "Artículo 188");
        var reasons = new LinkedHashMap<String, String>();
        var files = annexes(
                        "\n" + "\n" + code + "\n" + ORIGINAL_IN_SPANISH + PROVISION + "ayer\n" + "2026-01-31\n" + "\n")
                .ask(new HashMap<>(), reasons);
        assertThat(files).singleElement().satisfies(file -> {
            assertThat(file.kind()).isEqualTo("provision");
            assertThat(file.version()).isEqualTo("2026-01-31");
        });
        assertThat(reasons).isEmpty();
        assertThat(missing(files, reasons)).doesNotContain("annex.provisions");
    }

    @Test
    void whatIsAdvisedMayBeLeftOutWithAReason() {
        var reasons = new LinkedHashMap<String, String>();
        var files = annexes("\n" + "Va con la nota verbal\n").ask(new HashMap<>(), reasons);
        assertThat(files).isEmpty();
        assertThat(reasons).containsEntry("annex.provisions", "Va con la nota verbal");
        assertThat(missing(files, Map.of())).contains("annex.provisions");
        assertThat(missing(files, reasons)).doesNotContain("annex.provisions");
    }

    @Test
    void aProvisionWithoutItsDayIsNotSealed() {
        var undated = new SealAnswers.Attached("codigo.txt", "text/plain", "es", "original", "provision", null);
        assertThat(missing(List.of(undated), Map.of())).contains("annex.provisions");
        var other = new SealAnswers.Attached("codigo.txt", "text/plain", "es", "original", null, null);
        assertThat(missing(List.of(other), Map.of()))
                .as("a file of an earlier version")
                .contains("annex.provisions");
    }

    private List<String> missing(List<SealAnswers.Attached> files, Map<String, String> reasons) {
        return Examination.of(
                        rules.with(files), rules.form().groups(), Map.of(), reasons, Instant.EPOCH, ZoneOffset.UTC)
                .stream()
                .map(Examination.Finding::path)
                .toList();
    }

    private Annexes annexes(String typed) {
        var in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Annexes(new Terminal(in, out, Words.of(Offline.class, Language.ES), null), rules);
    }
}

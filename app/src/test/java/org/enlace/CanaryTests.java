package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that finds nothing proves something only if it finds what is there. */
class CanaryTests {

    private final Canary canary = Canary.hatch();

    @Test
    void findsTheWordInEverySpelling() {
        var word = canary.word();
        assertThat(canary.sightings(("x" + word).getBytes(StandardCharsets.UTF_8)))
                .contains("UTF-8");
        assertThat(canary.sightings(("x" + word).getBytes(StandardCharsets.UTF_16LE)))
                .contains("UTF-16LE");
        for (var before : new String[] {"", "a", "ab", "abc", "abcd"}) {
            var text = Base64.getEncoder().encodeToString((before + word + "zz").getBytes(StandardCharsets.UTF_8));
            assertThat(canary.sightings(text.getBytes(StandardCharsets.UTF_8)))
                    .as("after <%s>", before)
                    .isNotEmpty();
        }
        assertThat(canary.sightings("nothing to see".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void findsTheWordAcrossPiecesOfALargeFile(@TempDir Path folder) throws Exception {
        var bytes = new byte[3 << 20];
        Arrays.fill(bytes, (byte) '.');
        var word = canary.word().getBytes(StandardCharsets.UTF_8);
        System.arraycopy(word, 0, bytes, (1 << 20) - 5, word.length);
        Files.write(folder.resolve("large"), bytes);

        assertThat(canary.sightings(folder)).singleElement().asString().contains("large", "UTF-8");
    }

    @Test
    void findsTheWordInTheNameOfAFile(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve(canary.word() + ".pdf"));

        assertThat(canary.sightings(folder)).hasSize(1);
    }
}

package org.enlace.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;

class KilledLogTests {
    /** The real thing: another process, killed with SIGKILL while it writes and sequences. */
    @RepeatedTest(3)
    void whatWasAcknowledgedIsThereOnceAndTheLogIsSound() throws Exception {
        try (var log = new LogForTests()) {
            var acknowledged = new ArrayList<UUID>();
            var process = start(log);
            try (var lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.length() == 36) {
                        acknowledged.add(UUID.fromString(line));
                    }
                    if (acknowledged.size() == 300) {
                        assertThat(process.toHandle().destroyForcibly()).isTrue();
                    }
                }
            }
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(300);

            log.sequencer.sequence();

            assertThat(log.entries.pending(1)).isEmpty();
            assertThat(new HashSet<>(log.entries.indexes(acknowledged).values()))
                    .hasSameSizeAs(acknowledged);
            LogAudits.assertSound(log);
        }
    }

    private static Process start(LogForTests log) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LogWriters.class.getName(),
                        log.database.owner().url(),
                        log.signer.secretText())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}

package org.enlace.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.enlace.ledger.Checkpoint;
import org.enlace.ledger.LogKey;
import org.enlace.ledger.LogSigner;
import org.enlace.ledger.MerkleTree;
import org.enlace.ledger.SignedNote;
import org.enlace.ledger.WitnessCommand;
import org.enlace.ledger.WitnessKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A state watches the log of a running server with the real command, and the server learns what it found. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class WitnessesTests {
    private static final LogSigner CSIRT = LogSigner.generate("witness.example.org/csirt");
    private static final LogSigner STRANGER = LogSigner.generate("stranger.example.org");

    @LocalServerPort
    private int port;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void knownToTheOperator(DynamicPropertyRegistry settings) {
        settings.add("enlace.custody.witnesses", () -> WitnessKey.of(CSIRT).line());
    }

    @Test
    void aStateCosignsAndEverybodySeesIt() throws Exception {
        assertThat(witness(CSIRT)).contains("cosigned");
        var note = get("/log/checkpoint");
        assertThat(WitnessKey.of(CSIRT).cosigned(SignedNote.parse(note))).isPresent();
        assertThat(Checkpoint.verified(note, logKey())).isNotNull();
        assertThat(get("/log")).contains(CSIRT.name(), "last heard of on");
    }

    @Test
    void nobodyIsAWitnessWhomTheOperatorDoesNotKnow() throws Exception {
        assertThat(witness(STRANGER)).contains("does not know this witness yet");
        assertThat(get("/log/checkpoint")).doesNotContain(STRANGER.name());
    }

    @Test
    void whatIsNoCheckpointOfThisLogIsNotTaken() throws Exception {
        assertThat(post("nonsense")).isEqualTo(422);
        assertThat(post("x".repeat(100_000))).isEqualTo(422);
        var other = LogSigner.generate(logKey().name());
        var forged = new Checkpoint(other.name(), 0, MerkleTree.EMPTY_ROOT).signedBy(other);
        assertThat(post(forged.encode())).isEqualTo(422);
        assertThat(get("/log")).doesNotContain("no longer has");
    }

    @Test
    void aServerThatWasPutBackLearnsItFromItsWitness() {
        try (var log = new LogForTests()) {
            var settings =
                    new CustodySettings(null, List.of(WitnessKey.of(CSIRT).line()));
            var witnesses = new Witnesses(log.application, log.tree, log.signer, Clock.systemUTC(), settings);
            log.append(3);
            log.sequencer.sequence();
            var yesterday = cosigned(log);
            assertThat(witnesses.take(yesterday)).isEmpty();
            log.append(2);
            log.sequencer.sequence();
            var today = cosigned(log);

            log.owner.sql("delete from custody.checkpoint where size > 3").update();
            log.owner.sql("delete from custody.leaf where index >= 3").update();
            assertThat(witnesses.take(yesterday)).isEmpty();
            assertThat(witnesses.contradictedSince()).isEmpty();
            assertThat(witnesses.take(today)).hasValue(CustodyRefusal.CONTRADICTS);
            assertThat(witnesses.contradictedSince()).isPresent();
            assertThat(witnesses.take(today)).as("and keeps saying so").hasValue(CustodyRefusal.CONTRADICTS);
        }
    }

    private static String cosigned(LogForTests log) {
        return WitnessKey.cosign(
                        SignedNote.parse(log.tree.checkpoint()),
                        CSIRT,
                        Clock.systemUTC().instant())
                .encode();
    }

    /** Runs {@code ./enlace witness --once} as a process of its own, in a folder with this key. */
    private String witness(LogSigner signer) throws Exception {
        Files.createDirectories(folder.resolve("kept"));
        Files.writeString(folder.resolve("key"), signer.secretText());
        Files.writeString(folder.resolve("log-key"), logKey().line());
        var ledger = Path.of(WitnessCommand.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        ledger.toString(),
                        WitnessCommand.class.getName(),
                        "--log",
                        address("/log").toString(),
                        "--data",
                        folder.toString(),
                        "--once",
                        "--language",
                        "en")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private LogKey logKey() throws IOException, InterruptedException {
        return LogKey.parse(get("/log/key").strip());
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path))
                .header("Accept-Language", "en")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private int post(String note) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address("/log/cosignatures"))
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(note))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}

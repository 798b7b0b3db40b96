package org.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command, against a log at an address, as a state runs it. */
class WitnessTests {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00.500Z"), ZoneOffset.UTC);
    private static final String NAME = "witness.example.org/csirt";

    @TempDir
    Path folder;

    private final List<String> handedIn = new ArrayList<>();
    private int takes = 204;
    private Path published = Path.of("");
    private Path own = Path.of("");
    private HttpServer server;
    private String address = "";

    @BeforeEach
    void serve() throws IOException {
        published = folder.resolve("published");
        own = folder.resolve("witness");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", this::answer);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/log";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void cosignsALogThatOnlyGrows() throws IOException {
        publish(entries(300, "thing"));
        assertThat(first().exit()).isZero();
        publish(entries(700, "thing"));
        var answer = again();
        assertThat(answer.exit()).isZero();
        assertThat(answer.text()).contains("700 entries, cosigned");
        assertThat(handedIn).hasSize(2);
        var note = SignedNote.parse(handedIn.getLast());
        assertThat(Checkpoint.verified(handedIn.getLast(), Story.LOG.logKey()).size())
                .isEqualTo(700);
        assertThat(key().cosigned(note)).hasValue(Instant.parse("2026-11-22T12:00:00Z"));
        assertThat(Files.readString(own.resolve("checkpoint")))
                .isEqualTo(Files.readString(own.resolve("kept/2026-11-22")))
                .isEqualTo(handedIn.getLast());
    }

    @Test
    void givesItsKeyTwiceTheSameAndKeepsTheSecretToItself() throws IOException {
        publish(entries(3, "thing"));
        first();
        var line = key().line();
        assertThat(again().text()).contains(line);
        assertThat(WitnessKey.parse(line)).isEqualTo(key());
        assertThat(Files.getPosixFilePermissions(own.resolve("key")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void findsOutALogThatWasPutBack() throws IOException {
        publish(entries(300, "thing"));
        first();
        publish(entries(299, "thing"));
        expose("it was put back to an earlier state");
    }

    @Test
    void findsOutALogOfTheSameLengthWithOtherEntries() throws IOException {
        publish(entries(300, "thing"));
        first();
        publish(entries(300, "another"));
        expose("now signs other entries in place of the 300");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 512, 1_000})
    void findsOutALogWhosePastWasRewritten(int size) throws IOException {
        publish(entries(300, "thing"));
        first();
        publish(Stream.concat(entries(299, "thing").stream(), entries(size - 299, "another").stream())
                .toList());
        expose("does not begin with the 300 entries");
    }

    @Test
    void goesOnWhereAnOperatorPutsTheTruthBack() throws IOException {
        publish(entries(300, "thing"));
        first();
        publish(entries(200, "thing"));
        assertThat(again().exit()).isEqualTo(WitnessCommand.EXPOSED);
        publish(entries(310, "thing"));
        assertThat(again().exit()).isZero();
    }

    @Test
    void takesNoCheckpointOfAnotherKey() throws IOException {
        publish(entries(300, "thing"));
        first();
        var forged = new Checkpoint(Story.ORIGIN, 400, Hash.sha256(new byte[] {1}))
                .signedBy(LogSigner.generate(Story.ORIGIN));
        Files.writeString(published.resolve("checkpoint"), forged.encode());
        var answer = again();
        assertThat(answer.exit()).isEqualTo(WitnessCommand.EXPOSED);
        assertThat(answer.text()).contains("ALARM", "not a checkpoint signed with the log’s key");
        assertThat(Files.readString(own.resolve("exposed/2026-11-22T120000Z/answered")))
                .isEqualTo(forged.encode());
    }

    @Test
    void accusesNobodyWhenTheLogDoesNotAnswer() throws IOException {
        publish(entries(300, "thing"));
        first();
        server.stop(0);
        var answer = again();
        assertThat(answer.exit()).isEqualTo(WitnessCommand.CANNOT_TELL);
        assertThat(answer.text()).contains("does not answer").doesNotContain("ALARM");
        assertThat(own.resolve("exposed")).doesNotExist();
    }

    @Test
    void accusesNobodyWhenItsOwnFileIsDamaged() throws IOException {
        publish(entries(300, "thing"));
        first();
        Files.writeString(own.resolve("checkpoint"), "torn");
        var answer = again();
        assertThat(answer.exit()).isEqualTo(WitnessCommand.CANNOT_TELL);
        assertThat(answer.text()).contains("cannot work with its folder").doesNotContain("ALARM");
    }

    @Test
    void saysThatTheServerDoesNotKnowIt() throws IOException {
        takes = 403;
        publish(entries(3, "thing"));
        var answer = first();
        assertThat(answer.exit()).isZero();
        assertThat(answer.text()).contains("does not know this witness yet", key().line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "pt"})
    void speaksFourLanguages(String language) throws IOException {
        publish(entries(300, "thing"));
        first();
        publish(entries(200, "thing"));
        assertThat(run("--log", address, "--data", own.toString(), "--once", "--language", language)
                        .text())
                .contains(new Sentences(language)
                        .say("witness.ROLLED_BACK", "300", own.resolve("exposed/2026-11-22T120000Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--log http://127.0.0.1/log",
                "--data x --log not:a:[log]",
                "--data x --log http://127.0.0.1/log --every 0",
                "--data x --log http://127.0.0.1/log --log-key nonsense",
                "--data x --log http://127.0.0.1/log --tell me"
            })
    void explainsItselfWhenMisspelt(String words) {
        var answer = run(words.isEmpty() ? new String[0] : words.split(" "));
        assertThat(answer.exit()).isEqualTo(WitnessCommand.CANNOT_TELL);
        assertThat(answer.text()).containsPattern("Usage|log key|The first time");
    }

    private void expose(String fault) throws IOException {
        var kept = Files.readString(own.resolve("checkpoint"));
        var theirs = Files.readString(published.resolve("checkpoint"));
        var answer = again();
        assertThat(answer.exit()).isEqualTo(WitnessCommand.EXPOSED);
        assertThat(answer.text()).contains("ALARM", fault);
        var exposed = own.resolve("exposed/2026-11-22T120000Z");
        assertThat(Files.readString(exposed.resolve("kept-here"))).isEqualTo(kept);
        assertThat(Files.readString(exposed.resolve("answered"))).isEqualTo(theirs);
        assertThat(Files.readString(own.resolve("checkpoint"))).isEqualTo(kept);
        assertThat(handedIn.getLast()).as("the operator hears of it").isEqualTo(kept);
    }

    private Answer first() {
        return run(
                "--log",
                address,
                "--data",
                own.toString(),
                "--log-key",
                Story.LOG.logKey().line(),
                "--name",
                NAME,
                "--once",
                "--language",
                "en");
    }

    private Answer again() {
        return run("--log", address, "--data", own.toString(), "--once", "--language", "en");
    }

    private record Answer(int exit, String text) {}

    private static Answer run(String... words) {
        var out = new ByteArrayOutputStream();
        int exit = WitnessCommand.run(new PrintStream(out, true, StandardCharsets.UTF_8), NOON, words);
        return new Answer(exit, out.toString(StandardCharsets.UTF_8));
    }

    private WitnessKey key() throws IOException {
        return WitnessKey.of(new WitnessFolder(own).own());
    }

    private void publish(List<byte[]> entries) throws IOException {
        Files.createDirectories(published);
        new Publisher(published).publish(entries);
    }

    private static List<byte[]> entries(int count, String what) {
        return IntStream.range(0, count)
                .mapToObj(at -> new Entry(
                                Entry.Kind.ACT,
                                Story.id(1),
                                Story.START,
                                null,
                                Hash.sha256((what + at).getBytes(StandardCharsets.US_ASCII)))
                        .encode())
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring("/log/".length());
            if (exchange.getRequestMethod().equals("POST")) {
                handedIn.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(takes, -1);
                return;
            }
            var file = published.resolve(path);
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var bytes = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}

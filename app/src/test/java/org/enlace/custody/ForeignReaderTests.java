package org.enlace.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.enlace.ledger.Entry;
import org.enlace.ledger.Hash;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The public log read by code that shares nothing with ours: {@code src/test/go/logreader}, on the packages of the Go project that signed notes and tiles come from.
 * Runs where Go and these packages are installed (Debian: {@code golang-go golang-golang-x-mod-dev}).
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ForeignReaderTests {

    private static final Path PACKAGES = Path.of("/usr/share/gocode");

    @TempDir
    private static Path folder = Path.of("");

    @LocalServerPort
    private int port;

    @Autowired
    private Custody custody;

    @Autowired
    private PlatformTransactionManager transactions;

    private final HttpClient client = HttpClient.newHttpClient();
    private String said = "";

    @BeforeAll
    static void build() throws Exception {
        assumeThat(Path.of("/usr/bin/go")).exists();
        assumeThat(PACKAGES.resolve("src/golang.org/x/mod/sumdb/tlog")).exists();
        var go = new ProcessBuilder("go", "build", "-o", reader().toString(), ".")
                .directory(Path.of("src/test/go/logreader").toFile());
        go.environment().put("GO111MODULE", "off");
        go.environment().put("GOPATH", PACKAGES.toString());
        go.environment().put("GOCACHE", folder.resolve("cache").toString());
        var built = go.redirectErrorStream(true).start();
        assertThat(built.inputReader().lines().toList()).isEmpty();
        assertThat(built.waitFor()).isZero();
    }

    @BeforeEach
    void somethingIsInTheLog() {
        var entries = new TransactionTemplate(transactions)
                .execute(status -> Stream.generate(() -> custody.append(Entry.Kind.ACT, null, digest()))
                        .limit(300)
                        .toList());
        assertThat(custody.awaitIndexes(entries, Duration.ofSeconds(20))).hasSize(300);
    }

    @Test
    void findsItSound() throws Exception {
        assertThat(read("http://127.0.0.1:" + port + "/log")).as(said).isZero();
        assertThat(said).contains("sound: " + custody.published().checkpoint().size() + " entries");
    }

    /** The test would be worth nothing if that reader took whatever it is given. */
    @ParameterizedTest
    @ValueSource(strings = {"/log/tile/entries/000", "/log/tile/0/000", "/log/checkpoint"})
    void findsOneByteThatSomebodyAltered(String altered) throws Exception {
        UnaryOperator<byte[]> host = bytes -> {
            bytes[20] ^= 1;
            return bytes;
        };
        var between = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        between.createContext(
                "/",
                exchange -> pass(
                        exchange,
                        exchange.getRequestURI().getPath().equals(altered) ? host : UnaryOperator.identity()));
        between.start();
        try {
            assertThat(read("http://127.0.0.1:" + between.getAddress().getPort() + "/log"))
                    .as(said)
                    .isOne();
        } finally {
            between.stop(0);
        }
    }

    private int read(String address) throws Exception {
        var process = new ProcessBuilder(
                        reader().toString(), address, custody.logKey().line())
                .redirectErrorStream(true)
                .start();
        said = String.join("\n", process.inputReader().lines().toList());
        return process.waitFor();
    }

    private void pass(HttpExchange exchange, UnaryOperator<byte[]> change) throws IOException {
        try {
            var asked = URI.create("http://127.0.0.1:" + port + exchange.getRequestURI());
            var answer = client.send(HttpRequest.newBuilder(asked).build(), BodyHandlers.ofByteArray());
            var body = change.apply(answer.body());
            exchange.sendResponseHeaders(answer.statusCode(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static Path reader() {
        return folder.resolve("logreader");
    }

    private static Hash digest() {
        return Hash.sha256(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
    }
}

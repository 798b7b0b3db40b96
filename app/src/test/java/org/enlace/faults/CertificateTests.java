package org.enlace.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.ledger.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** F19, where Enlace ends TLS itself: the certificate runs out in the middle of an upload. The line says so, nothing is lost, and after the renewal it goes on. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "enlace.test=certificate",
            "spring.ssl.bundle.watch.file.quiet-period=200ms",
            "spring.ssl.bundle.pem.enlace.reload-on-update=true",
            "server.ssl.bundle=enlace"
        })
@ActiveProfiles("demo")
class CertificateTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CHUNK = 1 << 20;
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 1);

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void files(DynamicPropertyRegistry settings) {
        settings.add("spring.ssl.bundle.pem.enlace.keystore.certificate", () -> {
            if (!Files.exists(certificate())) serve(Instant.now().plus(Duration.ofHours(20)));
            return certificate().toUri().toString();
        });
        settings.add(
                "spring.ssl.bundle.pem.enlace.keystore.private-key",
                () -> key().toUri().toString());
    }

    @Test
    void theCertificateEndsDuringAnUpload() throws Exception {
        var visitor = OfficerSession.visitor(base(), trusting(false));
        var history = new History(folder.resolve("history.jsonl"));
        history.baseline(Long.parseLong(
                visitor.get("/log/checkpoint").require(200).text().split("\n")[1]));
        for (int round = 0; round < ROUNDS; round++) endDuringAnUpload(history);
        var said = new ArrayList<String>();
        assertThat(history.runChecker(base(), said)).as(String.join("\n", said)).isZero();
        said.forEach(System.out::println);
    }

    private void endDuringAnUpload(History history) throws Exception {
        var asuncion = OfficerSession.signIn(base(), Cast.PARAGUAY_DUTY, trusting(true));
        var watch = OfficerSession.visitor(base(), trusting(false));
        assertThat(watch.get("/health").json().at("/certificate/seen").asString())
                .startsWith("RENEW IT: ends at ");
        var onTheWay = asuncion.sign(Cast.Office.COSTA_RICA.id(), OfficerSession.Urgency.URGENT, null, Pair.FORM);
        var file = new byte[CHUNK + 7];
        var line = "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(line, 0, file, 0, line.length);
        var upload = asuncion.newId();
        asuncion.post("/uploads", Map.of("id", upload, "request", asuncion.newId(), "size", file.length))
                .require(201);
        asuncion.put("/uploads/" + upload + "/chunks/0", Arrays.copyOf(file, CHUNK))
                .require(204);

        serve(Instant.now().minus(Duration.ofMinutes(1)));
        await(() -> seen(watch).startsWith("it ended at "));
        assertThat(watch.get("/health").status()).as("the operator's watch").isEqualTo(503);
        await(() -> !isLetIn(asuncion));
        assertThatThrownBy(() -> asuncion.put("/uploads/" + upload + "/chunks/1", new byte[7]))
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .isInstanceOf(SSLException.class)
                .hasStackTraceContaining("NotAfter");

        history.posted(Cast.PARAGUAY_DUTY, onTheWay);
        assertThatThrownBy(() -> asuncion.post(onTheWay)).hasStackTraceContaining("NotAfter");

        Files.writeString(certificate(), "half a file, as a renewal that fails would leave it");
        await(() -> seen(watch).endsWith("cannot be read, it goes on meanwhile"));
        serve(Instant.now().plus(Duration.ofHours(23)));
        await(() -> seen(watch).startsWith("RENEW IT: ends at ") && isLetIn(asuncion));
        assertThat(asuncion.get("/uploads/" + upload)
                        .require(200)
                        .json()
                        .at("/missing/0")
                        .asInt())
                .isEqualTo(1);
        asuncion.put("/uploads/" + upload + "/chunks/1", new byte[7]).require(204);
        var stored = asuncion.post(
                "/uploads/" + upload + "/completion",
                Map.of("sha256", Hash.sha256(file).hex()));
        assertThat(stored.require(200).json().get("complete").asBoolean()).isTrue();
        history.stored(
                Cast.PARAGUAY_DUTY, upload, file.length, Hash.sha256(file).hex());
        history.answered(
                Cast.PARAGUAY_DUTY,
                onTheWay,
                asuncion.post(onTheWay).require(200).json());
        System.out.println(
                "  F19: the certificate ended during an upload: browsers were turned away, the watch turned red; renewed in its place, without a restart, the upload went on and was whole");
    }

    private static boolean isLetIn(OfficerSession session) {
        session.reconnect();
        try {
            return session.get("/session").status() == 200;
        } catch (UncheckedIOException turnedAway) {
            return false;
        }
    }

    private static String seen(OfficerSession watch) {
        watch.reconnect();
        return watch.get("/health").json().at("/certificate/seen").asString();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within " + PATIENCE).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private String base() {
        return "https://localhost:" + port;
    }

    private static Path certificate() {
        return folder.resolve("fullchain.pem");
    }

    private static Path key() {
        return folder.resolve("key.pem");
    }

    /** A new pair in place of the one that is there, as a program does that renews certificates. */
    private static void serve(Instant until) {
        var from = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss")
                .withZone(ZoneId.systemDefault())
                .format(until.minus(Duration.ofDays(1)));
        var store = folder.resolve(UUID.randomUUID() + ".p12");
        try {
            var made = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "tls",
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost",
                            "-startdate",
                            from,
                            "-validity",
                            "1",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            "changeit",
                            "-keystore",
                            store.toString()))
                    .redirectErrorStream(true)
                    .start();
            var said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(made.waitFor()).as(said).isZero();
            var keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
            put(certificate(), "CERTIFICATE", keys.getCertificate("tls").getEncoded());
            put(
                    key(),
                    "PRIVATE KEY",
                    keys.getKey("tls", "changeit".toCharArray()).getEncoded());
        } catch (IOException | GeneralSecurityException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void put(Path file, String what, byte[] bytes) throws IOException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        var next = Files.writeString(
                file.resolveSibling(file.getFileName() + ".next"),
                "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whoever made it: this is about its days, which every browser looks at. */
    private static SSLContext trusting(boolean daysCount) throws GeneralSecurityException {
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new Anybody(daysCount)}, null);
        return tls;
    }

    private static final class Anybody extends X509ExtendedTrustManager {

        private final boolean daysCount;

        private Anybody(boolean daysCount) {
            this.daysCount = daysCount;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            if (daysCount) chain[0].checkValidity();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
                throws CertificateException {
            checkServerTrusted(chain, kind);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
                throws CertificateException {
            checkServerTrusted(chain, kind);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            throw new CertificateException("there are no clients here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
                throws CertificateException {
            checkClientTrusted(chain, kind);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, kind);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

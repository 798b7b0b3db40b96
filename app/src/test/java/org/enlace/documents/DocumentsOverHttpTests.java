package org.enlace.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.ledger.Act;
import org.enlace.ledger.Hash;
import org.enlace.sealing.Age;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;

/** Sealed files over HTTP: in part, from where it broke off; and what is not as it must be is told apart, each with its code and a sentence. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class DocumentsOverHttpTests {

    private static final int MEBIBYTE = 1 << 20;

    @LocalServerPort
    private int port;

    private final UUID request = UUID.randomUUID();
    private final UUID id = UUID.randomUUID();
    private final byte[] sealed = sealed(2 * MEBIBYTE + 100_000);
    private OfficerSession asuncion;

    @BeforeEach
    void signIn() {
        asuncion = OfficerSession.signIn("http://localhost:" + port, Cast.PARAGUAY_DUTY);
    }

    @Nested
    class Fetched {

        private String address;
        private int size;

        @BeforeEach
        void upload() {
            var content = asuncion.upload(request, Act.Role.ATTACHMENT, sealed);
            address = "/documents/" + content.document();
            size = sealed.length;
        }

        @Test
        void whole() {
            var reply = asuncion.get(address).require(200);
            assertThat(reply.body()).isEqualTo(sealed);
            assertThat(header(reply, "Accept-Ranges")).isEqualTo("bytes");
            assertThat(header(reply, "ETag"))
                    .isEqualTo('"' + Hash.sha256(sealed).hex() + '"');
        }

        @Test
        void fromWhereItBrokeOff() {
            var from = MEBIBYTE + 7;
            var reply = asuncion.getRange(address, "bytes=" + from + "-").require(206);
            assertThat(reply.body()).isEqualTo(Arrays.copyOfRange(sealed, from, size));
            assertThat(header(reply, "Content-Range")).isEqualTo("bytes " + from + "-" + (size - 1) + "/" + size);
        }

        @Test
        void aPieceAcrossTwoChunksAndTheEnd() {
            assertThat(asuncion.getRange(address, "bytes=1048570-1048580")
                            .require(206)
                            .body())
                    .isEqualTo(Arrays.copyOfRange(sealed, 1_048_570, 1_048_581));
            assertThat(asuncion.getRange(address, "bytes=-5").require(206).body())
                    .isEqualTo(Arrays.copyOfRange(sealed, size - 5, size));
            assertThat(asuncion.getRange(address, "bytes=0-999999999")
                            .require(206)
                            .body())
                    .isEqualTo(sealed);
        }

        @Test
        void nothingBehindItsEnd() {
            var reply = asuncion.getRange(address, "bytes=" + size + "-").require(416);
            assertThat(header(reply, "Content-Range")).isEqualTo("bytes */" + size);
        }

        @ParameterizedTest
        @ValueSource(strings = {"bytes=5-2", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6"})
        void wholeWhenTheRangeSaysNothing(String range) {
            assertThat(asuncion.getRange(address, range).require(200).body()).isEqualTo(sealed);
        }

        @Test
        void byNobodyWhomItDoesNotConcern() {
            for (var other : new Cast[] {Cast.COSTA_RICA_DUTY, Cast.BRAZIL_DUTY, Cast.SECRETARIAT}) {
                var session = OfficerSession.signIn("http://localhost:" + port, other);
                session.get(address).require(404);
                session.getRange(address, "bytes=0-0").require(404);
            }
        }
    }

    @Nested
    class IsRefused {

        @Test
        void tooLargeBeforeAByteOfItIsSent() {
            assertRefused(announce(asuncion, 1L << 33), 409, "TOO_LARGE");
        }

        @ParameterizedTest
        @ValueSource(longs = {0, -1})
        void withoutAByteInIt(long size) {
            assertThat(announce(asuncion, size).status()).isEqualTo(400);
        }

        @Test
        void inTheReadersLanguage() {
            asuncion.get("/?lang=fr").require(200);
            assertThat(announce(asuncion, 1L << 33).text()).contains("dépasse");
        }

        /** Its length is known from its place; more than that is not even read. */
        @ParameterizedTest
        @CsvSource({"0,1048575", "0,1048577", "0,0", "2,99999", "2,100001", "2,1048576", "3,1", "-1,1"})
        void aChunkOfAnotherLengthOrPlace(int number, int length) {
            announce(asuncion, sealed.length).require(201);
            assertRefused(
                    asuncion.put("/uploads/" + id + "/chunks/" + number, new byte[length]), 422, "CHUNK_DOES_NOT_FIT");
        }

        @Test
        void whatIsNotSealed() {
            announce(asuncion, 4_000).require(201);
            assertRefused(asuncion.put("/uploads/" + id + "/chunks/0", new byte[4_000]), 422, "NOT_SEALED");
        }

        @Test
        void whatWasCutShort() {
            announce(asuncion, sealed.length).require(201);
            put(0, sealed);
            put(2, sealed);
            assertRefused(complete(Hash.sha256(sealed)), 409, "NOT_ALL_HERE");
            put(1, sealed);
            complete(Hash.sha256(sealed)).require(200);
        }

        @Test
        void whatWasAlteredOnTheWayUntilItComesAsItWasSent() {
            announce(asuncion, sealed.length).require(201);
            var altered = sealed.clone();
            altered[MEBIBYTE + 1] ^= 1;
            put(0, sealed);
            put(1, altered);
            put(2, sealed);
            assertRefused(complete(Hash.sha256(sealed)), 422, "HASH_DIFFERS");
            asuncion.get("/documents/" + id).require(404);
            put(1, sealed);
            complete(Hash.sha256(sealed)).require(200);
            assertThat(asuncion.get("/documents/" + id).require(200).body()).isEqualTo(sealed);
        }

        private void put(int number, byte[] bytes) {
            var chunk = Arrays.copyOfRange(bytes, number * MEBIBYTE, Math.min(bytes.length, (number + 1) * MEBIBYTE));
            asuncion.put("/uploads/" + id + "/chunks/" + number, chunk).require(204);
        }

        private OfficerSession.Reply complete(Hash hash) {
            return asuncion.post("/uploads/" + id + "/completion", Map.of("sha256", hash.hex()));
        }
    }

    /** Begun, cut off, and found again by whoever signs in anew. */
    @Nested
    class GoesOnLater {

        private final String ticket = Base64.getEncoder().encodeToString(sealed(400));

        @BeforeEach
        void begin() {
            announce(asuncion, sealed.length).require(201);
            asuncion.put("/uploads/" + id + "/chunks/0", Arrays.copyOf(sealed, MEBIBYTE))
                    .require(204);
            keep(asuncion, id, ticket).require(204);
        }

        @Test
        void forItsOwnerAfterSigningInAnew() {
            var again = OfficerSession.signIn("http://localhost:" + port, Cast.PARAGUAY_DUTY);
            var uploads = begun(again);
            assertThat(uploads).hasSize(1);
            var upload = uploads.get(0);
            assertThat(upload.get("id").asString()).isEqualTo(id.toString());
            assertThat(upload.get("size").asInt()).isEqualTo(sealed.length);
            assertThat(upload.get("missing").toString()).isEqualTo("[1]");
            assertThat(upload.get("complete").asBoolean()).isFalse();
            assertThat(upload.get("until").asString()).endsWith("Z");
            assertThat(upload.get("ticket").asString()).isEqualTo(ticket);
        }

        @Test
        void untilItIsTakenAway() {
            asuncion.post("/uploads/" + id + "/removal", Map.of()).require(204);
            assertThat(begun(asuncion)).isEmpty();
            keep(asuncion, id, ticket).require(404);
        }

        @Test
        void forNobodyElse() {
            for (var other : new Cast[] {Cast.PARAGUAY_DEPUTY, Cast.COSTA_RICA_DUTY}) {
                var session = OfficerSession.signIn("http://localhost:" + port, other);
                assertThat(begun(session)).isEmpty();
                keep(session, id, ticket).require(404);
            }
        }

        @Test
        void withATicketThatIsSmallAndSealed() {
            var text = Base64.getEncoder().encodeToString("registros.bin".getBytes(UTF_8));
            assertRefused(keep(asuncion, id, text), 422, "NOT_SEALED");
            keep(asuncion, id, Base64.getEncoder().encodeToString(sealed(9_000)))
                    .require(400);
            asuncion.send("PUT", "/uploads/" + id + "/ticket", "application/json", "{}".getBytes(UTF_8))
                    .require(400);
        }

        private JsonNode begun(OfficerSession officer) {
            return officer.get("/uploads?request=" + request)
                    .require(200)
                    .json()
                    .get("uploads");
        }

        private OfficerSession.Reply keep(OfficerSession officer, UUID upload, String sealed) {
            var body = "{\"sealed\":\"" + sealed + "\"}";
            return officer.send("PUT", "/uploads/" + upload + "/ticket", "application/json", body.getBytes(UTF_8));
        }
    }

    private OfficerSession.Reply announce(OfficerSession officer, long size) {
        return officer.post("/uploads", Map.of("id", id, "request", request, "size", size));
    }

    private static void assertRefused(OfficerSession.Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.json().path("detail").asString("")).as("a sentence").contains(" ");
    }

    private static String header(OfficerSession.Reply reply, String name) {
        return reply.response().headers().firstValue(name).orElseThrow();
    }

    private static byte[] sealed(int size) {
        var plain = new byte[size];
        new Random(size).nextBytes(plain);
        var file = Age.seal(plain, Age.newIdentity().recipient());
        return Arrays.copyOf(file, size);
    }
}

package org.enlace.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgeTests {

    private static final byte[] PLAIN =
            "cobros.rapidos@correo.example".repeat(10_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final Age.Identity officer = Age.newIdentity();

    @Test
    void opensWhatItSealed() {
        assertThat(Age.open(Age.seal(PLAIN, officer.recipient()), officer)).isEqualTo(PLAIN);
    }

    @Test
    void worksOutTheRecipientOfASecret() {
        assertThat(Age.Identity.of(officer.secret())).isEqualTo(officer);
    }

    @Test
    void refusesAnotherKey() {
        var sealed = Age.seal(PLAIN, officer.recipient());
        assertThatThrownBy(() -> Age.open(sealed, Age.newIdentity())).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void refusesAnAlteredFile() {
        var sealed = Age.seal(PLAIN, officer.recipient());
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> Age.open(sealed, officer)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void opensTheVectorsAndRefusesTheOthers() throws Exception {
        var vectors = JsonMapper.shared().readTree(Files.readAllBytes(Path.of("../docs/protocols/vectors/age.json")));
        var identity = Age.Identity.of(vectors.get("identity").asString());
        assertThat(identity.recipient()).isEqualTo(vectors.get("recipient").asString());
        for (var each : vectors.get("opens")) {
            assertThat(Age.open(file(each), identity))
                    .asString()
                    .as(each.get("by").asString())
                    .isEqualTo(vectors.get("plain").asString());
        }
        for (var each : vectors.get("refused")) {
            assertThatThrownBy(() -> Age.open(file(each), identity))
                    .as(each.get("why").asString())
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    /** What a browser seals so that it can be done again is an age file like any other. */
    @Test
    void opensWhatGoesOnLaterAndItsTicket() throws Exception {
        var vectors =
                JsonMapper.shared().readTree(Files.readAllBytes(Path.of("../docs/protocols/vectors/upload.json")));
        var identity = Age.Identity.of(vectors.get("identity").asString());
        for (var each : vectors.get("files")) {
            if (each.get("file").isString()) {
                assertThat(Age.open(file(each), identity))
                        .asString()
                        .isEqualTo(each.get("text")
                                .asString()
                                .repeat(each.get("times").asInt()));
            }
        }
        var ticket = vectors.get("ticket");
        assertThat(Age.open(file(ticket), Age.Identity.of(ticket.get("identity").asString())))
                .asString()
                .isEqualTo(ticket.get("plain").asString());
    }

    private static byte[] file(JsonNode vector) {
        return Base64.getDecoder().decode(vector.get("file").asString());
    }

    @Test
    void theAgeProgramOpensIt(@TempDir Path folder) throws Exception {
        var sealed = Files.write(folder.resolve("sealed.age"), Age.seal(PLAIN, officer.recipient()));
        var key = Files.writeString(folder.resolve("key.txt"), officer.secret() + "\n");
        var opened = folder.resolve("opened");
        var age = new ProcessBuilder("age", "-d", "-i", key.toString(), "-o", opened.toString(), sealed.toString())
                .inheritIO()
                .start();
        assertThat(age.waitFor()).isZero();
        assertThat(opened).hasBinaryContent(PLAIN);
    }
}

package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

/** The operator types something wrong: one sentence before anything starts. */
class CommandTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"99999", "-1"})
    void aPortThatDoesNotExist(String port) {
        refused("There is no port " + port, "serve", "--port", port);
        refused("There is no port " + port, "demo", "--port", port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa:2048", "ed25519"})
    void aCertificateWithItsKeyIsTaken(String kind) throws Exception {
        make("own", kind);
        assertThat(Command.parse("serve", "--certificate", at("own.pem"), "--key", at("own.key"))
                        .arguments())
                .contains("--server.ssl.bundle=enlace");
    }

    @Test
    void aKeyOfAnotherCertificate() throws Exception {
        make("own", "rsa:2048");
        make("other", "rsa:2048");
        make("kind", "ed25519");
        for (var key : new String[] {"other.key", "kind.key"}) {
            refused("is not that of the first certificate", "serve", "--certificate", at("own.pem"), "--key", at(key));
        }
    }

    @Test
    void anInvitationThatCannotBe() {
        refused("is no e-mail address", "invite", "--email", "notmail", "--role", "officer");
        refused("There is no role \"king\"", "invite", "--email", "a@b.example", "--role", "king");
    }

    @Test
    void filesThatHoldSomethingElse() throws Exception {
        make("own", "rsa:2048");
        Files.writeString(folder.resolve("letter"), "Dear colleague");
        refused("holds no certificate", "serve", "--certificate", at("letter"), "--key", at("own.key"));
        refused("holds no certificate", "serve", "--certificate", at("own.key"), "--key", at("own.key"));
        refused("holds no private key", "serve", "--certificate", at("own.pem"), "--key", at("letter"));
        refused("holds no private key", "serve", "--certificate", at("own.pem"), "--key", at("own.pem"));
        refused("cannot be read", "serve", "--certificate", at("own.pem"), "--key", at("absent"));
        refused("belong together", "serve", "--certificate", at("own.pem"));
    }

    private void make(String name, String kind) throws IOException, InterruptedException {
        var openssl = new ProcessBuilder("openssl", "req", "-x509", "-newkey", kind, "-nodes", "-subj", "/CN=localhost")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        openssl.command().addAll(List.of("-keyout", name + ".key", "-out", name + ".pem"));
        var running = openssl.start();
        assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue()).isZero();
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static void refused(String sentence, String... typed) {
        assertThatThrownBy(() -> Command.parse(typed))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(sentence);
    }
}

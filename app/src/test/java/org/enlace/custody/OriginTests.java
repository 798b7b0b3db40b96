package org.enlace.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.enlace.database.CannotStart;
import org.enlace.database.DataFolder;
import org.enlace.database.TestDatabase;
import org.enlace.ledger.LogSigner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

class OriginTests {
    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void makesItsKeyOnceAndKeepsItFromOthers() throws IOException {
        var first = origin(null).signer();
        assertThat(origin(null).signer().logKey()).isEqualTo(first.logKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file()))
                .isEqualTo(first.secretText() + "\n")
                .startsWith("PRIVATE+KEY+" + first.name() + "+");
        assertThat(first.name()).matches("enlace-[0-9a-f]{12}\\.invalid/log");
    }

    @Test
    void isNamedAfterTheAddressOfTheInstallation() {
        environment.setProperty("enlace.address", "https://enlace.example.org:8443");
        assertThat(origin(null).signer().name()).isEqualTo("enlace.example.org:8443/log");
    }

    @Test
    void isNamedAsTheOperatorWants() {
        environment.setProperty("enlace.address", "https://enlace.example.org");
        assertThat(origin("custody.example.int").signer().name()).isEqualTo("custody.example.int");
    }

    @Test
    void doesNotStartWithoutTheKeyItBeganWith() throws IOException {
        origin(null).signer();
        Files.delete(file());
        assertThatThrownBy(() -> origin(null).signer())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is missing")
                .hasMessageContaining("backup");
        assertThat(file()).doesNotExist();
    }

    @Test
    void doesNotStartWithAnotherKey() throws IOException {
        var right = origin(null).signer();
        Files.writeString(file(), LogSigner.generate(right.name()).secretText() + "\n");
        assertThatThrownBy(() -> origin(null).signer())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(right.logKey().line());
    }

    @Test
    void doesNotStartWithADamagedKeyAndDoesNotPrintIt() throws IOException {
        var right = origin(null).signer();
        String damaged = right.secretText().replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+");
        Files.writeString(file(), damaged);
        assertThatThrownBy(() -> origin(null).signer())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("altered")
                .hasMessageNotContaining(damaged.substring(damaged.length() - 20));
    }

    @Test
    void keepsItsNameForEver() {
        origin("one.example").signer();
        assertThatThrownBy(() -> origin("another.example").signer())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("one.example")
                .hasMessageContaining("enlace.custody.origin");
    }

    @Test
    void goesOnWithAKeyThatWasWrittenJustBeforeACrash() throws IOException {
        var written = LogSigner.generate("crashed.example");
        Files.writeString(file(), written.secretText() + "\n");
        assertThat(origin(null).signer().logKey()).isEqualTo(written.logKey());
    }

    private Origin origin(@Nullable String wanted) {
        return new Origin(
                JdbcClient.create(database.dataSource()),
                DataFolder.at(folder.resolve("data")),
                new CustodySettings(wanted, null),
                environment);
    }

    private Path file() {
        return DataFolder.at(folder.resolve("data")).secrets().resolve(Origin.FILE);
    }
}

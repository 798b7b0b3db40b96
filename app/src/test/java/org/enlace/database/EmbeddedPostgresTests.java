package org.enlace.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresTests {

    /** One for all: making a cluster takes seconds, and every test leaves it as it found it. */
    @TempDir
    static Path temporary;

    private static EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder(), progress -> {});
    }

    private static DataFolder folder() {
        return DataFolder.at(temporary.resolve("data"));
    }

    @Test
    void keepsWhatItAcknowledgedAcrossACleanStop() throws SQLException {
        try (var server = start()) {
            run(server, "CREATE TABLE across_a_stop AS SELECT 'señal' AS word");
        }
        try (var server = start()) {
            assertThat(ask(server, "SELECT word FROM across_a_stop")).isEqualTo("señal");
        }
    }

    @Test
    void writesToDiskAndAsksEverybodyForAPassword() throws SQLException, IOException {
        try (var server = start()) {
            assertThat(ask(server, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "SHOW unix_socket_directories")).isEmpty();
            assertThat(ask(server, "SELECT string_agg(DISTINCT auth_method, ' ') FROM pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThatThrownBy(() -> server.owner().as("enlace", "guess").connect())
                    .hasMessageContaining("password authentication failed");
        }
        var password = folder().secrets().resolve("database-owner-password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().secrets())))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesAFolderThatAnotherEnlaceUses() {
        try (var server = start()) {
            assertThatThrownBy(EmbeddedPostgresTests::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("already running")
                    .hasMessageContaining("--data");
            assertThat(EmbeddedPostgres.running(folder())).contains(server.owner());
        }
        assertThat(EmbeddedPostgres.running(folder())).isEmpty();
    }

    @Test
    void isNotFooledByAStrangerWhoTookOverTheNumberOfTheOldServer() throws IOException, SQLException {
        start().close();
        var stranger = ProcessHandle.current().pid();
        Files.writeString(
                Cluster.in(folder()).folder().resolve("postmaster.pid"),
                stranger + "\n" + Cluster.in(folder()).folder() + "\n1700000000\n5432\n\n127.0.0.1\n\nready   \n");
        try (var server = start()) {
            assertThat(ask(server, "SELECT 'here'")).isEqualTo("here");
        }
    }

    @Test
    void comesBackOnTheSamePortWhenItsServerIsKilled() throws Exception {
        try (var server = start()) {
            run(server, "CREATE TABLE across_a_kill AS SELECT 'kept' AS word");
            var postmaster = Files.readAllLines(Cluster.in(folder()).folder().resolve("postmaster.pid"))
                    .getFirst();
            new ProcessBuilder("kill", "-9", postmaster).start().waitFor();
            assertThat(askPatiently(server, "SELECT word FROM across_a_kill")).isEqualTo("kept");
        }
    }

    @Test
    void saysSoWhenThePasswordBelongsToAnotherInstallation() throws IOException {
        with(
                folder().secrets().resolve("database-owner-password"),
                "another",
                () -> assertThatThrownBy(EmbeddedPostgresTests::start)
                        .isInstanceOf(CannotStart.class)
                        .hasMessageContaining("database-owner-password")
                        .hasMessageContaining("backup"));
    }

    @Test
    void saysSoWhenTheClusterIsOfAnotherVersion() throws IOException {
        with(
                Cluster.in(folder()).folder().resolve("PG_VERSION"),
                "12\n",
                () -> assertThatThrownBy(EmbeddedPostgresTests::start)
                        .isInstanceOf(CannotStart.class)
                        .hasMessageContaining("incompatible"));
    }

    private static void with(Path file, String otherContent, Runnable check) throws IOException {
        start().close();
        var content = Files.readString(file);
        Files.writeString(file, otherContent);
        try {
            check.run();
        } finally {
            Files.writeString(file, content);
        }
    }

    @Nested
    class WithWritersAtWork {

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void losesNothingAcknowledgedWhenKilled(boolean everything) throws Exception {
            var acknowledged = new ArrayList<Long>();
            for (int round = 0; round < 2; round++) {
                acknowledged.addAll(writeAndKill((everything ? 10L : 1L) * (round + 1L) * 1_000_000_000L, everything));
            }
            assertThat(acknowledged).hasSizeGreaterThan(20);
            try (var server = start()) {
                assertThat(missing(server, acknowledged)).isEmpty();
                assertThat(ask(server, "SELECT count(*) - count(DISTINCT number) FROM acknowledged"))
                        .isEqualTo("0");
            }
        }

        private List<Long> writeAndKill(long first, boolean everything) throws Exception {
            var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            var said = temporary.resolve("said-" + first);
            var process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            classPath,
                            Writers.class.getName(),
                            folder().root().toString(),
                            Long.toString(first))
                    .redirectOutput(said.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            while (Files.size(said) == 0 && process.isAlive()) TimeUnit.MILLISECONDS.sleep(20);
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(50, 600));
            var victims = everything ? process.descendants().toList() : List.<ProcessHandle>of();
            process.destroyForcibly().waitFor();
            victims.forEach(ProcessHandle::destroyForcibly);
            return wholeLines(said);
        }

        private List<Long> wholeLines(Path said) throws IOException {
            var text = Files.readString(said);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(Long::valueOf)
                    .toList();
        }

        private List<Long> missing(EmbeddedPostgres server, List<Long> acknowledged) throws SQLException {
            try (var connection = server.owner().connect();
                    var query = connection.prepareStatement(
                            "SELECT n FROM unnest(?) AS n WHERE n NOT IN (SELECT number FROM acknowledged)")) {
                query.setArray(1, connection.createArrayOf("bigint", acknowledged.toArray()));
                var rows = query.executeQuery();
                var missing = new ArrayList<Long>();
                while (rows.next()) missing.add(rows.getLong(1));
                return missing;
            }
        }
    }

    private static void run(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = server.owner().connect()) {
            connection.createStatement().execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = server.owner().connect();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String askPatiently(EmbeddedPostgres server, String sql) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                return ask(server, sql);
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) throw notYet;
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }
}

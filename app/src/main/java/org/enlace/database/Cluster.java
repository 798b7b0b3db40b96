package org.enlace.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's files within the data folder, and the commands that make and serve them.
 *
 * @param parent {@code postgresql} in the data folder: the software, the cluster and the server's own log
 */
record Cluster(Path parent, Path passwordFile) {

    static final String OWNER = "enlace";
    static final String DATABASE = "enlace";

    static Cluster in(DataFolder folder) {
        return new Cluster(folder.folder("postgresql"), folder.secrets().resolve("database-owner-password"));
    }

    Path folder() {
        return parent.resolve("cluster");
    }

    Path startLog() {
        return parent.resolve("start.log");
    }

    Address address(int port) {
        var local = Map.of("sslmode", "disable", "gssEncMode", "disable");
        return new Address("127.0.0.1", port, DATABASE, OWNER, password(), local);
    }

    /** Makes the cluster under another name first, so that one half made is never taken for a whole one. */
    void make(Software software, RunAs runAs, Consumer<String> progress) {
        if (Files.isDirectory(folder())) return;
        progress.accept("Making the database (only the first time)");
        var unfinished = parent.resolve("cluster.new");
        var handover = parent.resolve("password.new");
        try {
            FileSystemUtils.deleteRecursively(unfinished);
            Files.deleteIfExists(handover);
            writePrivately(handover, newPassword());
            // initdb may run as another user, who must read the file and cannot reach the folder of the secrets.
            Files.setOwner(handover, Files.getOwner(parent));
            runAs(runAs, initdb(software, unfinished, handover));
            Files.delete(handover);
            Files.move(unfinished, folder(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new CannotStart("The database could not be made in " + parent + ": " + failed.getMessage(), failed);
        }
    }

    /** The command that serves the cluster on a port of the loopback address, in the foreground. */
    List<String> server(Software software, int port, List<String> settings) {
        var command = new ArrayList<>(List.of(software.program("postgres"), "-D", folder().toString()));
        for (var setting : standing(port)) command.addAll(List.of("-c", setting));
        for (var setting : settings) command.addAll(List.of("-c", setting));
        return command;
    }

    /** The port of the server that runs on this cluster now, if one does and has finished starting. */
    Optional<Integer> servedPort() {
        try {
            var lines = Files.readAllLines(folder().resolve("postmaster.pid"));
            return lines.size() >= 8 && lines.get(7).strip().equals("ready")
                    ? Optional.of(Integer.valueOf(lines.get(3).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException notServed) {
            return Optional.empty();
        }
    }

    private static List<String> initdb(Software software, Path folder, Path passwordFile) {
        return List.of(
                software.program("initdb"),
                "--pgdata=" + folder,
                "--username=" + OWNER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                // PostgreSQL's own collation does not change when the system's libraries are upgraded.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
    }

    private List<String> standing(int port) {
        return List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=60",
                "jit=off",
                "io_method=sync", // fewer processes; nothing here is limited by reading ahead
                "timezone=UTC",
                "log_timezone=UTC",
                "logging_collector=on",
                "log_directory=" + parent.resolve("log"),
                "log_filename=postgresql-%a.log", // one for each day of the week, then written over
                "log_rotation_age=1d",
                "log_truncate_on_rotation=on",
                // The server's log must not repeat values that were refused, nor the statements that brought them.
                "log_error_verbosity=terse",
                "log_min_error_statement=panic");
    }

    private static void runAs(RunAs runAs, List<String> command) throws IOException {
        var builder = new ProcessBuilder(runAs.command(command)).redirectErrorStream(true);
        builder.environment().keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) throw new IOException(said.strip());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private String newPassword() throws IOException {
        if (!Files.exists(passwordFile)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            writePrivately(passwordFile, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return password();
    }

    private String password() {
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException missing) {
            throw new CannotStart(
                    "The database password in " + passwordFile
                            + " cannot be read. It belongs to the data folder: put it" + " back from your backup.",
                    missing);
        }
    }

    private static void writePrivately(Path file, String content) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

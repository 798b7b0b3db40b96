package org.enlace.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * What a server that did not end well left behind: a process still writing, or a file that names one long gone.
 *
 * <p>PostgreSQL itself only asks whether <em>some</em> process bears the number in {@code postmaster.pid}. After a
 * restart of a container or a machine that is often a stranger, and PostgreSQL would refuse to start for ever.
 */
record Leftovers(Cluster cluster) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Ends the server that still runs on the cluster, waits for its processes, and removes the file of a stranger's
     * number.
     */
    void clear(Consumer<String> progress) {
        var file = cluster.folder().resolve("postmaster.pid");
        if (!Files.exists(file)) return;
        var postmaster = named(file).filter(this::isOurs);
        if (postmaster.isPresent() || !remaining().isEmpty()) {
            progress.accept("Waiting for the previous database server to end");
            postmaster.ifPresent(process -> signal(process, "-INT"));
            if (!gone(PATIENCE)) remaining().forEach(process -> signal(process, "-QUIT"));
            if (!gone(PATIENCE)) {
                throw new CannotStart("A PostgreSQL server from an earlier start still runs on " + cluster.folder()
                        + " and does not end. End it by hand and start Enlace again.");
            }
        }
        // If the number is nobody's, PostgreSQL finds that out itself and checks the shared memory too: leave it to it.
        // One that was ours and has just ended may bear the number for a moment longer, as a zombie that nobody has
        // waited for yet.
        if (named(file).filter(process -> !isOurs(process)).isPresent()) delete(file);
    }

    private Optional<ProcessHandle> named(Path file) {
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(file).getFirst().strip()));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** A zombie has an empty command line; one who took over the number has another. */
    private boolean isOurs(ProcessHandle process) {
        var commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            if (Files.exists(commandLine)) {
                return Files.readString(commandLine, StandardCharsets.ISO_8859_1)
                        .contains(new String(
                                cluster.folder().toString().getBytes(StandardCharsets.UTF_8),
                                StandardCharsets.ISO_8859_1));
            }
        } catch (IOException justEnded) {
            return false;
        }
        return runsOurSoftware(process);
    }

    /** The server's children change their command lines, but not the file that they were started from. */
    private boolean runsOurSoftware(ProcessHandle process) {
        var software = cluster.parent().resolve("software-").toString();
        return process.info()
                .command()
                .filter(file -> file.startsWith(software))
                .isPresent();
    }

    private List<ProcessHandle> remaining() {
        return ProcessHandle.allProcesses().filter(this::runsOurSoftware).toList();
    }

    private boolean gone(Duration patience) {
        for (long waited = 0; waited < patience.toMillis(); waited += 50) {
            if (remaining().isEmpty()
                    && named(cluster.folder().resolve("postmaster.pid"))
                            .filter(this::isOurs)
                            .isEmpty()) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return false;
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException noSuchProgram) {
            process.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException unwritable) {
            throw new CannotStart("The file " + file + " is left over and cannot be removed.", unwritable);
        }
    }
}

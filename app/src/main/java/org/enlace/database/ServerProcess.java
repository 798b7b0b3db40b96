package org.enlace.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL under a small shell that holds the other end of a pipe of ours. However this process ends, even by
 * {@code kill -9}, the pipe closes, and the shell tells PostgreSQL to stop.
 */
final class ServerProcess {

    /**
     * Ctrl-C in a terminal goes to every process of the group: PostgreSQL is taken out of it ({@code setsid}, or job
     * control where that is missing), so that the application can finish its transactions first.
     */
    private static final String SHELL = """
            exec 3<&0 </dev/null
            trap '' INT HUP
            if command -v setsid >/dev/null 2>&1; then set -- setsid "$@"; else set -m; fi
            "$@" 3<&- &
            server=$!
            { read -r line <&3; kill -INT $server; } 2>/dev/null &
            watcher=$!
            exec 3<&-
            trap 'kill -INT $server' TERM
            while kill -0 $server 2>/dev/null; do
              wait $server
              status=$?
            done
            kill $watcher 2>/dev/null
            exit $status
            """;

    private final Process shell;

    private ServerProcess(Process shell) {
        this.shell = shell;
    }

    static ServerProcess start(List<String> server, Path folder, Path log) {
        var command = new ArrayList<>(List.of("sh", "-c", SHELL, "enlace-postgres"));
        command.addAll(server);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
        try {
            return new ServerProcess(builder.start());
        } catch (IOException failed) {
            throw new CannotStart("PostgreSQL could not be started: " + failed.getMessage(), failed);
        }
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    void awaitEnd() {
        shell.onExit().join();
    }

    /** Lets go of the pipe and waits: PostgreSQL writes everything down and ends. */
    void stop(Duration patience) {
        try {
            shell.getOutputStream().close();
            if (shell.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (IOException alreadyGone) {
            // then there is nothing to wait for
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        shell.descendants().forEach(ProcessHandle::destroy);
    }
}

package org.enlace.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server that Enlace brings along, on a data folder that is locked for us alone. It listens on the
 * loopback address only and keeps what it acknowledged through {@code kill -9} of any process.
 *
 * <p>Usable without Spring. Should the server end while Enlace runs, it is started again on the same port.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration STOPPING = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 5;

    private final Cluster cluster;
    private final Software software;
    private final RunAs runAs;
    private final List<String> settings;
    private final FolderLock lock;
    private final int port;
    private ServerProcess process;
    private boolean closing;

    private EmbeddedPostgres(DataFolder folder, FolderLock lock, Consumer<String> progress, List<String> settings) {
        this.lock = lock;
        this.settings = settings;
        this.cluster = Cluster.in(folder);
        new Leftovers(cluster).clear(progress);
        this.software = Software.in(cluster.parent(), progress);
        this.runAs = RunAs.ownerOf(cluster.parent());
        cluster.make(software, runAs, progress);
        this.port = freePort();
        this.process = launch(progress);
        watch(process);
    }

    /**
     * Starts the server and returns when it answers. The first start on a folder unpacks and initialises, a few
     * seconds.
     *
     * @param progress told in a sentence what takes long
     * @param settings of PostgreSQL, as {@code name=value}, beyond the standing ones
     * @throws CannotStart if the folder is in use by another Enlace, or the server cannot be started
     */
    public static EmbeddedPostgres start(DataFolder folder, Consumer<String> progress, String... settings) {
        var lock = FolderLock.tryOn(folder)
                .orElseThrow(() -> new CannotStart("Another Enlace is already running on the data folder "
                        + folder.root() + ". Stop it first, or give this one a folder of its own with --data DIR."));
        try {
            return new EmbeddedPostgres(folder, lock, progress, List.of(settings));
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /** Where the server of another process on this folder is, for a command beside it; empty if none runs. */
    public static Optional<Address> running(DataFolder folder) {
        var lock = FolderLock.tryOn(folder);
        lock.ifPresent(FolderLock::close);
        if (lock.isPresent()) return Optional.empty();
        var cluster = Cluster.in(folder);
        return cluster.servedPort().map(cluster::address);
    }

    /** The database, as its owner. */
    public Address owner() {
        return cluster.address(port);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closing) return;
            closing = true;
        }
        process.stop(STOPPING);
        lock.close();
    }

    private ServerProcess launch(Consumer<String> progress) {
        var command = runAs.command(cluster.server(software, port, settings));
        var started = ServerProcess.start(command, cluster.parent(), cluster.startLog());
        try {
            awaitAnswer(started, progress);
            return started;
        } catch (RuntimeException failed) {
            started.stop(STOPPING);
            throw failed;
        }
    }

    private void awaitAnswer(ServerProcess started, Consumer<String> progress) {
        for (int tries = 1; started.isAlive(); tries++) {
            try (var connection = owner().connect()) {
                return;
            } catch (SQLException refused) {
                if ("3D000".equals(refused.getSQLState())) { // it answers, and lacks our database: the first start
                    createDatabase();
                    return;
                }
                if ("28P01".equals(refused.getSQLState())) throw passwordDoesNotFit(refused);
            }
            if (tries % 200 == 0) progress.accept("PostgreSQL is still starting; after a crash this can take minutes");
            LockSupport.parkNanos(Duration.ofMillis(25).toNanos());
        }
        throw new CannotStart("PostgreSQL did not start on " + cluster.folder() + ": " + lastWords());
    }

    private void createDatabase() {
        try (var connection = owner().named("postgres").connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + Cluster.DATABASE);
        } catch (SQLException failed) {
            throw new CannotStart("The database could not be created: " + failed.getMessage(), failed);
        }
    }

    private void watch(ServerProcess watched) {
        Thread.ofPlatform().daemon().name("database-watch").start(() -> {
            watched.awaitEnd();
            revive();
        });
    }

    private synchronized void revive() {
        for (int attempt = 1; !closing && attempt <= ATTEMPTS; attempt++) {
            log.error("PostgreSQL ended unexpectedly; starting it again (attempt {} of {})", attempt, ATTEMPTS);
            try {
                new Leftovers(cluster).clear(log::info);
                process = launch(log::info);
                watch(process);
                return;
            } catch (CannotStart failed) {
                log.error(failed.getMessage());
                LockSupport.parkNanos(Duration.ofSeconds(attempt).toNanos());
            }
        }
        if (!closing) log.error("PostgreSQL cannot be started again. Nothing acknowledged is lost; restart Enlace.");
    }

    private CannotStart passwordDoesNotFit(SQLException refused) {
        return new CannotStart(
                "The database does not accept the password in " + cluster.passwordFile()
                        + ". The file belongs to another installation: put the right one back from your backup.",
                refused);
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(cluster.startLog());
            return String.join(" ", lines.subList(Math.max(0, lines.size() - 3), lines.size())) + " (see also "
                    + cluster.parent().resolve("log") + ")";
        } catch (IOException unreadable) {
            return "see " + cluster.parent();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new CannotStart("No free port on the loopback address: " + none.getMessage(), none);
        }
    }
}

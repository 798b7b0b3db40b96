package org.enlace.custody;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.enlace.database.CannotStart;
import org.enlace.database.DataFolder;
import org.enlace.ledger.LogSigner;
import org.enlace.ledger.Malformed;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The log's name and private key. The key is a file of the data folder, never in the database, so that a copy of the database cannot speak for the log; the
 * database remembers which key it was begun with, so that no other one can go on with it unnoticed.
 */
@Component
class Origin {
    static final String FILE = "log-key";

    private final JdbcClient database;
    private final Path file;
    private final @Nullable String wanted;
    private final String address;

    Origin(JdbcClient database, DataFolder folder, CustodySettings settings, Environment environment) {
        this.database = database;
        this.file = folder.secrets().resolve(FILE);
        this.wanted = settings.origin();
        this.address = environment.getProperty("enlace.address", "");
    }

    /**
     * The key of this log, made at the first start.
     *
     * @throws CannotStart if the key is missing or is not the one the log was begun with
     */
    LogSigner signer() {
        var known = known();
        if (!Files.exists(file)) {
            if (known.isPresent()) {
                throw new CannotStart("The private key of the custody log is missing: " + file
                        + ". Put it back from a backup of the data folder; without it the log cannot go on.");
            }
            write(LogSigner.generate(name()));
        }
        var signer = read();
        if (known.isEmpty()) {
            remember(signer);
        }
        check(signer, known().orElseThrow());
        return signer;
    }

    private void check(LogSigner signer, String known) {
        if (!signer.logKey().line().equals(known)) {
            throw new CannotStart("The private key in " + file + " is not the one this custody log was begun with ("
                    + known + "). Put the right one back from a backup of the data folder.");
        }
        if (wanted != null && !wanted.equals(signer.name())) {
            throw new CannotStart("The custody log was begun under the name " + signer.name()
                    + ", which never changes. Remove the setting enlace.custody.origin=" + wanted + ".");
        }
    }

    private Optional<String> known() {
        return database.sql("select key from custody.origin")
                .query(String.class)
                .optional();
    }

    /** Two processes at their first start meet here; the one that comes second finds the other's key and says so. */
    private void remember(LogSigner signer) {
        database.sql("insert into custody.origin (name, key) values (:name, :key) on conflict do nothing")
                .param("name", signer.name())
                .param("key", signer.logKey().line())
                .update();
    }

    private String name() {
        if (wanted != null) {
            return wanted;
        }
        if (!address.isBlank()) {
            return URI.create(address).getAuthority() + "/log";
        }
        var random = new byte[6];
        ThreadLocalRandom.current().nextBytes(random);
        return "enlace-" + HexFormat.of().formatHex(random) + ".invalid/log";
    }

    private LogSigner read() {
        try {
            return LogSigner.parse(Files.readString(file).strip());
        } catch (IOException | Malformed unusable) {
            throw new CannotStart(
                    "The private key of the custody log cannot be read from " + file + ": " + unusable.getMessage(),
                    unusable);
        }
    }

    /** On the disk before the first checkpoint is signed, and whole or not at all. */
    private void write(LogSigner signer) {
        var unfinished = file.resolveSibling(FILE + ".new");
        try {
            Files.deleteIfExists(unfinished);
            createPrivately(unfinished);
            Files.writeString(unfinished, signer.secretText() + "\n");
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new CannotStart("The private key of the custody log cannot be written to " + file, failed);
        }
    }

    private static void createPrivately(Path path) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(path);
        }
    }
}

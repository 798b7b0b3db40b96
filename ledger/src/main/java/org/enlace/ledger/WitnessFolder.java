package org.enlace.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a witness keeps: {@code key} (its private key), {@code log-key} (the log's verifier key line), {@code checkpoint} (the last one it cosigned),
 * {@code kept/<day>} (the last one of each day, UTC) and {@code exposed/<time>/} (what it saw when a log contradicted it).
 */
record WitnessFolder(Path folder) {
    private static final String KEY = "key";
    private static final String LOG_KEY = "log-key";
    private static final String CHECKPOINT = "checkpoint";

    boolean isBegun() {
        return Files.exists(folder.resolve(KEY)) && Files.exists(folder.resolve(LOG_KEY));
    }

    void begin(LogSigner own, LogKey log) throws IOException {
        Files.createDirectories(folder.resolve("kept"));
        write(folder.resolve(LOG_KEY), log.line() + "\n");
        write(folder.resolve(KEY), own.secretText() + "\n");
    }

    LogSigner own() throws IOException {
        return LogSigner.parse(Files.readString(folder.resolve(KEY)).strip());
    }

    LogKey log() throws IOException {
        return LogKey.parse(Files.readString(folder.resolve(LOG_KEY)).strip());
    }

    /** The last checkpoint cosigned, its signature checked again: a damaged disk must not accuse the log. */
    Optional<SignedNote> last() throws IOException {
        var file = folder.resolve(CHECKPOINT);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String note = Files.readString(file);
        Checkpoint.verified(note, log());
        return Optional.of(SignedNote.parse(note));
    }

    /** On the disk before anybody else gets it: a witness that forgets what it signed is none. */
    void keep(SignedNote note, Instant at) throws IOException {
        write(folder.resolve(CHECKPOINT), note.encode());
        write(
                folder.resolve("kept")
                        .resolve(LocalDate.ofInstant(at, ZoneOffset.UTC).toString()),
                note.encode());
    }

    /** Both sides of a contradiction, for whoever has to prove it. @return the folder they are in */
    Path expose(String theirs, Instant at) throws IOException {
        var name = at.truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
        var exposed = Files.createDirectories(folder.resolve("exposed").resolve(name));
        var mine = last();
        if (mine.isPresent()) {
            write(exposed.resolve("kept-here"), mine.get().encode());
        }
        write(exposed.resolve("answered"), theirs);
        return exposed;
    }

    /** Whole or not at all, and readable by its owner only. */
    private static void write(Path file, String text) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(unfinished, text);
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

package org.enlace.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * PostgreSQL's programs, unpacked once for every server that tests start: to unpack them is a third of what a demo does until it answers. Each server has its own folder of
 * them, whose files are the same ones on the disk. {@link EmbeddedPostgresTests} begins with nothing, and unpacks.
 */
public final class UnpackedPostgres {

    private static final Path KEPT = Path.of("target", "test-software");

    private UnpackedPostgres() {}

    /** Puts them where the first start on this data folder would unpack them. */
    public static void into(Path data) {
        try {
            var kept = kept();
            var place = DataFolder.at(data).folder("postgresql").resolve(kept.getFileName());
            if (!Files.isDirectory(place)) linkAll(kept, place);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Unpacked by the first test process that asks, while the others wait. */
    private static synchronized Path kept() throws IOException {
        Files.createDirectories(KEPT);
        try (var file = FileChannel.open(KEPT.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.lock();
            return Software.in(KEPT, progress -> {}).folder();
        }
    }

    private static void linkAll(Path kept, Path place) throws IOException {
        var unfinished = place.resolveSibling(kept.getFileName() + ".linked");
        try (var all = Files.walk(kept)) {
            for (var file : (Iterable<Path>) all::iterator) {
                put(file, unfinished.resolve(kept.relativize(file).toString()));
            }
        }
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void put(Path file, Path there) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(there);
        } else if (Files.isSymbolicLink(file)) {
            Files.copy(file, there, LinkOption.NOFOLLOW_LINKS);
        } else {
            link(file, there);
        }
    }

    private static void link(Path file, Path there) throws IOException {
        try {
            Files.createLink(there, file);
        } catch (IOException | UnsupportedOperationException onAnotherDisk) {
            Files.copy(file, there, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}

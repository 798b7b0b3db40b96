package org.enlace.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The disc that the embedded database writes to. Of a database elsewhere nobody can tell from here how much it takes. */
public final class Disc {

    private final @Nullable Path folder;

    /** @param folder on that disc, or null where the database is not ours */
    public Disc(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Bytes that this process may still write; empty where that is not known. */
    public OptionalLong free() {
        if (folder == null) return OptionalLong.empty();
        try {
            return OptionalLong.of(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

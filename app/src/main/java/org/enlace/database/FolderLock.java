package org.enlace.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One Enlace at a time in a data folder. The operating system lets go of the lock however the process died. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or nothing if another process, or another part of this one, has it. */
    static Optional<FolderLock> tryOn(DataFolder folder) {
        FileChannel channel;
        try {
            channel = FileChannel.open(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            throw new CannotStart("The file " + file(folder) + " cannot be written to.", unwritable);
        }
        try {
            if (channel.tryLock() != null) return Optional.of(new FolderLock(channel));
        } catch (OverlappingFileLockException | IOException taken) {
            // the same answer as below
        }
        closeQuietly(channel);
        return Optional.empty();
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private static Path file(DataFolder folder) {
        return folder.root().resolve("lock");
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // nothing was written
        }
    }
}

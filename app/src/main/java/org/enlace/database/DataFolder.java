package org.enlace.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder where this installation keeps what must survive it: the embedded cluster, the secrets, the log's key.
 * Setting {@code enlace.data}. An operator who has a copy of this folder (made while Enlace is stopped) has everything.
 *
 * @param root exists, is writable, and is given by its real path
 */
public record DataFolder(Path root) {

    /**
     * Opens the folder, making it if it is not there.
     *
     * @throws CannotStart if it cannot be made or written to
     */
    public static DataFolder at(Path wanted) {
        try {
            if (!Files.isDirectory(wanted)) makePrivate(wanted);
            var root = wanted.toRealPath();
            if (!Files.isWritable(root)) throw unwritable(wanted, null);
            return new DataFolder(root);
        } catch (IOException unreachable) {
            throw unwritable(wanted, unreachable);
        }
    }

    /** For keys and passwords, one file each: readable by nobody but the user who runs Enlace. */
    public Path secrets() {
        return folder("secrets");
    }

    /** A sub-folder of the given name, made private to the user who runs Enlace when it is not there yet. */
    public Path folder(String name) {
        var folder = root.resolve(name);
        try {
            if (!Files.isDirectory(folder)) makePrivate(folder);
        } catch (IOException unreachable) {
            throw unwritable(folder, unreachable);
        }
        return folder;
    }

    private static void makePrivate(Path folder) throws IOException {
        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) Files.createDirectories(parent); // these are not ours to close
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
    }

    private static CannotStart unwritable(Path folder, @Nullable IOException cause) {
        var sentence = "The data folder " + folder + " cannot be written to. Give another one with --data DIR, or make"
                + " it writable for the user who runs Enlace.";
        return cause == null ? new CannotStart(sentence) : new CannotStart(sentence, cause);
    }
}

package org.enlace.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked from the class path into the data folder. They stay within it so that a running
 * server can be recognised as this installation's by the file it was started from.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Software(Path folder) {

    /**
     * Unpacks once; a later start finds it done. Another version on the class path unpacks beside the old one.
     *
     * @throws CannotStart if there is no PostgreSQL for this operating system and processor
     */
    static Software in(Path parent, Consumer<String> progress) {
        var archive = Software.class.getResource("/" + archiveName());
        if (archive == null) {
            throw new CannotStart("Enlace brings no PostgreSQL for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + ". Set ENLACE_DATABASE_URL to a PostgreSQL server of yours (15 or"
                    + " newer).");
        }
        try {
            var folder = parent.resolve("software-" + checksum(archive));
            if (!Files.isDirectory(folder)) {
                progress.accept("Unpacking PostgreSQL (only the first time)");
                unpack(archive, folder);
            }
            return new Software(folder);
        } catch (IOException failed) {
            throw new CannotStart(
                    "PostgreSQL could not be unpacked into " + parent + ": " + failed.getMessage()
                            + ". It needs about 100 MB of free space.",
                    failed);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static String archiveName() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var system = os.contains("mac") ? "darwin" : os.contains("windows") ? "windows" : "linux";
        var processor = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
        return "postgres-" + system + "-" + processor + ".txz";
    }

    private static String checksum(URL archive) throws IOException {
        var connection = archive.openConnection();
        var sum = connection instanceof JarURLConnection jar
                ? jar.getJarEntry().getCrc()
                : connection.getContentLengthLong();
        return HexFormat.of().toHexDigits((int) sum);
    }

    /** Unpacks under another name first, so that a half-unpacked folder is never taken for a whole one. */
    private static void unpack(URL archive, Path folder) throws IOException {
        var unfinished = folder.resolveSibling(folder.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(unfinished);
        try (InputStream file = archive.openStream();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(file, 1 << 16)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, unfinished);
            }
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path into) throws IOException {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) throw new IOException("The archive holds a path outside itself");
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}

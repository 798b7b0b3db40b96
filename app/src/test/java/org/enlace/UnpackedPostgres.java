package org.enlace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The programs of PostgreSQL, as the first demo of this test process unpacked them: further demos get the same files under names of their own, because unpacking
 * takes them seconds. Nobody writes to them. Where files cannot have two names, each demo unpacks its own.
 */
final class UnpackedPostgres {

    private static @Nullable Path kept = null;
    private static boolean tried = false;

    private UnpackedPostgres() {}

    /** Before a demo starts on a folder that holds nothing yet. */
    static synchronized void layInto(Path data) throws IOException, InterruptedException {
        if (kept == null || Files.exists(data)) return;
        var folder = Files.createDirectories(data).resolve("postgresql");
        if (!link(kept, folder)) FileSystemUtils.deleteRecursively(folder);
    }

    /** Once a demo runs. */
    static synchronized void keep(Path data) throws IOException, InterruptedException {
        if (tried) return;
        tried = true;
        var folder = Files.createTempDirectory("postgresql");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> forget(folder)));
        try (var unpacked = Files.newDirectoryStream(data.resolve("postgresql"), "software-*")) {
            for (var software : unpacked) {
                if (!link(software, folder.resolve(software.getFileName()))) return;
            }
        }
        kept = folder;
    }

    private static boolean link(Path from, Path to) throws IOException, InterruptedException {
        return new ProcessBuilder("cp", "-al", from.toString(), to.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static void forget(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException stays) {
            System.err.println(folder + " stays: " + stays.getMessage());
        }
    }
}

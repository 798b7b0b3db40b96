package org.enlace.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the package of a version that is about to be released into the folder that keeps it for ever. Run from the folder {@code ledger}, once for each version. */
final class KeepPackage {
    private KeepPackage() {}

    public static void main(String[] args) throws IOException {
        var folder = Files.createDirectories(Path.of("src/test/resources/evidence", "v1"));
        try (var out = Files.newOutputStream(
                folder.resolve(Packages.cover(Story.told(), "es").fileName()))) {
            Packages.write(Story.told(), "es", out);
        }
        Files.writeString(folder.resolve("log-key"), Story.LOG.logKey().line() + "\n");
    }
}

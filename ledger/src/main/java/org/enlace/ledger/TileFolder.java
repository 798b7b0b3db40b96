package org.enlace.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A log as files in a folder, laid out as it is published: {@code checkpoint} and {@code tile/…}. */
public record TileFolder(Path folder) implements TileSource {
    @Override
    public String checkpoint() throws IOException {
        return Encodings.utf8(Files.readAllBytes(folder.resolve("checkpoint")));
    }

    @Override
    public Optional<byte[]> tile(TilePath path) throws IOException {
        var file = folder.resolve(path.path());
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }
}

package org.enlace.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a log into a folder, whole or in parts.
 *
 * @param longest how long the log was before: what is left of it is cut off
 */
record Publisher(Path folder, int longest) {
    Publisher(Path folder) {
        this(folder, 0);
    }

    void publish(List<byte[]> entries) throws IOException {
        bundles(entries);
        for (int level = 0; level < 2; level++) {
            tiles(entries, level);
        }
        Files.writeString(folder.resolve("checkpoint"), note(entries, entries.size()));
    }

    void bundles(List<byte[]> entries) throws IOException {
        for (var tile : TilePath.ofLevel(TilePath.ENTRIES, longest)) {
            int from = (int) Math.min(entries.size(), tile.index() * TilePath.FULL);
            int to = Math.min(entries.size(), from + tile.width());
            write(tile, EntryBundle.encode(entries.subList(from, to)));
        }
        for (var tile : TilePath.ofLevel(TilePath.ENTRIES, entries.size())) {
            int from = (int) tile.index() * TilePath.FULL;
            write(tile, EntryBundle.encode(entries.subList(from, from + tile.width())));
        }
    }

    void tiles(List<byte[]> entries, int level) throws IOException {
        var leaves = entries.stream().map(MerkleTree::leaf).toList();
        int span = 1 << (level * TilePath.HEIGHT);
        for (var tile : TilePath.ofLevel(level, entries.size())) {
            var bytes = new ByteArrayOutputStream();
            for (int at = 0; at < tile.width(); at++) {
                int from = (int) (tile.index() * TilePath.FULL + at) * span;
                bytes.writeBytes(
                        MerkleTree.root(leaves.subList(from, from + span)).bytes());
            }
            write(tile, bytes.toByteArray());
        }
    }

    private void write(TilePath tile, byte[] bytes) throws IOException {
        var file = folder.resolve(tile.path());
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    static Hash root(List<byte[]> entries, int size) {
        return MerkleTree.root(
                entries.subList(0, size).stream().map(MerkleTree::leaf).toList());
    }

    static String note(List<byte[]> entries, int size) {
        return new Checkpoint(Story.ORIGIN, size, root(entries, size))
                .signedBy(Story.LOG)
                .encode();
    }
}

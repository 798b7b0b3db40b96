package org.enlace.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hashes of a log of one size, read from its tiles; each tile is fetched once. Hashes between two tile levels are computed. Not for several threads at once. */
public final class TileHashes implements HashSource {
    private static final int KEPT = 64;

    private final TileSource source;
    private final long size;
    private final Map<TilePath, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    /** @param size of the checkpoint that was verified */
    public TileHashes(TileSource source, long size) {
        this.source = source;
        this.size = size;
    }

    @Override
    public Hash node(int level, long index) {
        int tileLevel = level / TilePath.HEIGHT;
        int above = level % TilePath.HEIGHT;
        long first = index << above;
        byte[] tile = tile(TilePath.in(size, tileLevel, first / TilePath.FULL));
        int from = (int) (first % TilePath.FULL);
        return over(tile, from, 1 << above);
    }

    private static Hash over(byte[] tile, int from, int count) {
        if (count > 1) {
            return MerkleTree.node(over(tile, from, count / 2), over(tile, from + count / 2, count / 2));
        }
        int at = from * Hash.LENGTH;
        if (at + Hash.LENGTH > tile.length) {
            throw new Malformed("A tile of the log lacks a hash.");
        }
        return Hash.of(Arrays.copyOfRange(tile, at, at + Hash.LENGTH));
    }

    private byte[] tile(TilePath path) {
        byte[] known = kept.get(path);
        if (known != null) {
            return known;
        }
        try {
            byte[] tile = source.tile(path).orElseThrow(() -> new Malformed("The log lacks " + path.path() + "."));
            if (tile.length != path.width() * Hash.LENGTH) {
                throw new Malformed("The log has a wrong length at " + path.path() + ".");
            }
            kept.put(path, tile);
            return tile;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

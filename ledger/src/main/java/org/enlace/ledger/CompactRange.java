package org.enlace.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that grows at its right edge and keeps only the hashes of its complete subtrees, at most one for each bit of its size: adding a leaf takes
 * amortised two hashes, whatever the size. Not for use by several threads at once.
 */
public final class CompactRange {
    private final List<Hash> peaks = new ArrayList<>();
    private long size;

    /** Hears of every complete subtree of two leaves or more, as soon as its last leaf is there. */
    public interface NodeListener {
        /** Level 1 is a pair of leaves; the index counts the nodes of that level from 0. */
        void completed(int level, long index, Hash hash);
    }

    /** The tree without leaves. */
    public CompactRange() {}

    /** The tree of this size whose complete subtrees are read from a source. */
    public CompactRange(long size, HashSource source) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree has no negative size.");
        }
        this.size = size;
        long start = 0;
        for (int level = 62; level >= 0; level--) {
            if (((size >> level) & 1) == 0) {
                continue;
            }
            peaks.add(source.node(level, start >> level));
            start += 1L << level;
        }
    }

    public long size() {
        return size;
    }

    public void append(Hash leaf) {
        append(leaf, (level, index, hash) -> {});
    }

    public void append(Hash leaf, NodeListener listener) {
        Hash hash = leaf;
        int level = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = MerkleTree.node(peaks.removeLast(), hash);
            level++;
            listener.completed(level, size >> level, hash);
        }
        peaks.add(hash);
        size++;
    }

    /** The root over all leaves so far. */
    public Hash root() {
        if (peaks.isEmpty()) {
            return MerkleTree.EMPTY_ROOT;
        }
        Hash root = peaks.getLast();
        for (int at = peaks.size() - 2; at >= 0; at--) {
            root = MerkleTree.node(peaks.get(at), root);
        }
        return root;
    }
}

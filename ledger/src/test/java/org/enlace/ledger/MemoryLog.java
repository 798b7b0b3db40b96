package org.enlace.ledger;

import java.util.ArrayList;
import java.util.List;

/** A whole log in memory: its entries, and every complete subtree by recomputing it. */
final class MemoryLog implements HashSource {
    final List<byte[]> entries = new ArrayList<>();
    final List<Hash> leaves = new ArrayList<>();

    void append(byte[] entry) {
        entries.add(entry.clone());
        leaves.add(MerkleTree.leaf(entry));
    }

    @Override
    public Hash node(int level, long index) {
        int from = (int) (index << level);
        return MerkleTree.root(leaves.subList(from, from + (1 << level)));
    }

    Hash root(long size) {
        return MerkleTree.root(leaves.subList(0, (int) size));
    }
}

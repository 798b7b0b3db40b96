package org.enlace.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * That a leaf stands at an index of the tree of a size: RFC 9162 §2.1.3, the same bytes as RFC 6962.
 *
 * @param hashes siblings from the leaf to the root
 */
public record InclusionProof(long index, long size, List<Hash> hashes) {
    public InclusionProof {
        if (index < 0 || index >= size) {
            throw new Malformed("An inclusion proof needs an index below its tree size.");
        }
        if (hashes.size() > 63) {
            throw new Malformed("An inclusion proof has at most 63 hashes.");
        }
        hashes = List.copyOf(hashes);
    }

    /** Makes the proof from at most {@code 2 log2(size)} complete subtrees. */
    public static InclusionProof of(long index, long size, HashSource source) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("The index must be below the tree size.");
        }
        var hashes = new ArrayList<Hash>();
        path(index, 0, size, source, hashes);
        return new InclusionProof(index, size, hashes);
    }

    /** Whether this leaf hash, at this index, leads to this root. */
    public boolean proves(Hash leaf, Hash root) {
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : hashes) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleTree.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = MerkleTree.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    private static void path(long index, long start, long end, HashSource source, List<Hash> hashes) {
        long count = end - start;
        if (count == 1) {
            return;
        }
        long split = start + Subtree.largestPowerBelow(count);
        if (index < split) {
            path(index, start, split, source, hashes);
            hashes.add(Subtree.hash(split, end, source));
        } else {
            path(index, split, end, source, hashes);
            hashes.add(Subtree.hash(start, split, source));
        }
    }
}

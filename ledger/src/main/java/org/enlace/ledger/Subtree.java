package org.enlace.ledger;

/** Hashes over runs of leaves as RFC 6962 splits them. */
final class Subtree {
    private Subtree() {}

    /** The largest power of two smaller than {@code count}, which is at least 2. */
    static long largestPowerBelow(long count) {
        return Long.highestOneBit(count - 1);
    }

    /** The hash over the leaves from start up to, but not including, end; start is a multiple of every complete subtree met on the way. */
    static Hash hash(long start, long end, HashSource source) {
        long count = end - start;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return source.node(level, start >> level);
        }
        long split = start + largestPowerBelow(count);
        return MerkleTree.node(hash(start, split, source), hash(split, end, source));
    }
}

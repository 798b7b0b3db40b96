package org.enlace.ledger;

/** Where the hashes of complete subtrees come from: memory, tiles, a database. */
@FunctionalInterface
public interface HashSource {
    /**
     * The hash over the leaves {@code index * 2^level} up to, but not including, {@code (index + 1) * 2^level}.
     *
     * @param level 0 for a leaf hash
     * @throws Malformed if the source does not have it
     */
    Hash node(int level, long index);
}

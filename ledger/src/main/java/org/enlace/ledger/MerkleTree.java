package org.enlace.ledger;

import java.security.MessageDigest;
import java.util.List;

/** The hash functions of RFC 6962 §2.1. */
public final class MerkleTree {
    /** The root of the tree without leaves: SHA-256 of nothing. */
    public static final Hash EMPTY_ROOT = Hash.sha256(new byte[0]);

    private MerkleTree() {}

    /** The leaf hash of an entry's bytes. The prefix keeps a leaf from being taken for a node. */
    public static Hash leaf(byte[] entry) {
        MessageDigest digest = Hash.digest();
        digest.update((byte) 0);
        digest.update(entry);
        return Hash.of(digest.digest());
    }

    /** The hash over two subtrees. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = Hash.digest();
        digest.update((byte) 1);
        left.into(digest);
        right.into(digest);
        return Hash.of(digest.digest());
    }

    /** The root over these leaf hashes, oldest first. */
    public static Hash root(List<Hash> leaves) {
        var range = new CompactRange();
        leaves.forEach(range::append);
        return range.root();
    }
}

package org.enlace.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * That the tree of size {@code from} is the beginning of the tree of size {@code to}: RFC 9162 §2.1.4, the same bytes as RFC 6962. From the empty tree, and
 * between equal sizes, the proof is empty.
 */
public record ConsistencyProof(long from, long to, List<Hash> hashes) {
    public ConsistencyProof {
        if (from < 0 || from > to) {
            throw new Malformed("A consistency proof leads from a size to one at least as large.");
        }
        if (hashes.size() > 64) {
            throw new Malformed("A consistency proof has at most 64 hashes.");
        }
        hashes = List.copyOf(hashes);
    }

    public static ConsistencyProof of(long from, long to, HashSource source) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("The first size must not exceed the second.");
        }
        var hashes = new ArrayList<Hash>();
        if (from > 0 && from < to) {
            walk(from, 0, to, true, source, hashes);
        }
        return new ConsistencyProof(from, to, hashes);
    }

    /** Whether both roots belong to one tree that only grew. */
    public boolean proves(Hash oldRoot, Hash newRoot) {
        if (from == to) {
            return hashes.isEmpty() && oldRoot.equals(newRoot);
        }
        if (from == 0) {
            return hashes.isEmpty() && oldRoot.equals(MerkleTree.EMPTY_ROOT);
        }
        if (hashes.isEmpty()) {
            return false;
        }
        var climb = new Climb(from - 1, to - 1);
        climb.skipWhereOldIsComplete();
        boolean oldIsComplete = Long.bitCount(from) == 1;
        climb.start(oldIsComplete ? oldRoot : hashes.getFirst());
        for (Hash hash : hashes.subList(oldIsComplete ? 0 : 1, hashes.size())) {
            if (!climb.step(hash)) {
                return false;
            }
        }
        return climb.arrived(oldRoot, newRoot);
    }

    private static void walk(long from, long start, long end, boolean known, HashSource source, List<Hash> hashes) {
        if (from == end) {
            if (!known) {
                hashes.add(Subtree.hash(start, end, source));
            }
            return;
        }
        long split = start + Subtree.largestPowerBelow(end - start);
        if (from <= split) {
            walk(from, start, split, known, source, hashes);
            hashes.add(Subtree.hash(split, end, source));
        } else {
            walk(from, split, end, false, source, hashes);
            hashes.add(Subtree.hash(start, split, source));
        }
    }

    /** The two roots as they are rebuilt from the same hashes. */
    private static final class Climb {
        private long node;
        private long last;
        private Hash oldHash = MerkleTree.EMPTY_ROOT;
        private Hash newHash = MerkleTree.EMPTY_ROOT;

        Climb(long node, long last) {
            this.node = node;
            this.last = last;
        }

        void skipWhereOldIsComplete() {
            while ((node & 1) == 1) {
                up();
            }
        }

        void start(Hash hash) {
            oldHash = hash;
            newHash = hash;
        }

        boolean step(Hash hash) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                oldHash = MerkleTree.node(hash, oldHash);
                newHash = MerkleTree.node(hash, newHash);
                while ((node & 1) == 0 && node != 0) {
                    up();
                }
            } else {
                newHash = MerkleTree.node(newHash, hash);
            }
            up();
            return true;
        }

        boolean arrived(Hash oldRoot, Hash newRoot) {
            return last == 0 && oldHash.equals(oldRoot) && newHash.equals(newRoot);
        }

        private void up() {
            node >>= 1;
            last >>= 1;
        }
    }
}

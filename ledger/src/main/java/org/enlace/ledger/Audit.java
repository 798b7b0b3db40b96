package org.enlace.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a whole log and names the first entry that is not what was signed. It trusts the key it is given and the checkpoints it can verify with it, nothing else. Earlier
 * checkpoints, one's own kept ones above all, tell whether the past was rewritten, and narrow down where.
 */
public final class Audit {
    private final TileSource source;
    private final Checkpoint newest;
    private final NavigableMap<Long, Checkpoint> earlier = new TreeMap<>();
    private final CompactRange range = new CompactRange();
    private final TileHashes upper;
    /** How many entries from the first on agree with a signed root. */
    private long signed;
    /** How many agree with the hashes of the tiles above; whoever holds the log could have rewritten those too. */
    private long tiled;

    private long unreadable;

    private Audit(TileSource source, Checkpoint newest) {
        this.source = source;
        this.newest = newest;
        this.upper = new TileHashes(source, newest.size());
    }

    /** What is wrong with a log. */
    public enum Fault {
        /** A checkpoint is missing, not signed by the log's key, or contradicts another. */
        CHECKPOINT,
        /** The bytes of an entry are not those that were hashed, or its hash is not the one that was signed. */
        ALTERED,
        /** An entry that was signed is not there. */
        MISSING,
        /** An entry stands in another's place. */
        MISPLACED
    }

    /**
     * The first thing that is wrong.
     *
     * @param index of the first entry concerned, or -1 if no entry is
     * @param sentence what is wrong, in English, with the range where it cannot be said more exactly
     */
    public record Finding(Fault fault, long index, String sentence) {}

    /**
     * What was found.
     *
     * @param size how many entries the newest checkpoint counts; 0 if there is none that can be trusted
     * @param unreadable how many entries are of a version or kind this program does not know, or are no entries at all; the tree vouches for them all the same
     * @param first the first fault, or nothing
     */
    public record Report(long size, long unreadable, Optional<Finding> first) {
        public boolean isSound() {
            return first.isEmpty();
        }
    }

    /** Reads the whole log. */
    public static Report of(TileSource source, LogKey key) throws IOException {
        return of(source, key, List.of());
    }

    /**
     * Reads the whole log and compares it with checkpoints seen before.
     *
     * @param earlier signed notes of this log, in any order
     * @throws IOException if the source cannot be read, which says nothing about the log
     */
    public static Report of(TileSource source, LogKey key, List<String> earlier) throws IOException {
        Checkpoint newest;
        try {
            newest = Checkpoint.verified(source.checkpoint(), key);
        } catch (Malformed refused) {
            return new Report(
                    0,
                    0,
                    Optional.of(new Finding(
                            Fault.CHECKPOINT, -1, "The newest checkpoint cannot be trusted: " + refused.getMessage())));
        }
        var audit = new Audit(source, newest);
        var finding = audit.remember(earlier, key).or(audit::read);
        return new Report(newest.size(), audit.unreadable, finding);
    }

    private Optional<Finding> remember(List<String> notes, LogKey key) {
        earlier.put(newest.size(), newest);
        for (String note : notes) {
            Checkpoint known;
            try {
                known = Checkpoint.verified(note, key);
            } catch (Malformed refused) {
                return Optional.of(new Finding(
                        Fault.CHECKPOINT, -1, "An earlier checkpoint cannot be trusted: " + refused.getMessage()));
            }
            var same = earlier.put(known.size(), known);
            if (same != null && !same.root().equals(known.root())) {
                return Optional.of(new Finding(
                        Fault.CHECKPOINT,
                        -1,
                        "Two checkpoints of size " + known.size() + " are signed and have different roots."));
            }
        }
        long largest = earlier.lastKey();
        if (largest <= newest.size()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Fault.MISSING,
                newest.size(),
                "Entries " + newest.size() + " to " + (largest - 1) + " were signed and are no longer there."));
    }

    private Optional<Finding> read() {
        try {
            for (TilePath bundle : TilePath.ofLevel(TilePath.ENTRIES, newest.size())) {
                var finding = read(bundle);
                if (finding.isPresent()) {
                    return finding;
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<Finding> read(TilePath bundle) throws IOException {
        long first = bundle.index() * TilePath.FULL;
        var hashes = hashes(bundle);
        var entries = entries(bundle);
        for (int at = 0; at < bundle.width(); at++) {
            long index = first + at;
            if (at >= hashes.size()) {
                return missing(index, "its hash");
            }
            var wrong =
                    at < entries.size() ? compare(index, entries.get(at), hashes.get(at)) : missing(index, "its bytes");
            if (wrong.isPresent()) {
                return wrong;
            }
            var broken = grow(hashes.get(at));
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> compare(long index, byte[] entry, Hash expected) throws IOException {
        try {
            Entry.parse(entry);
        } catch (Malformed notOurs) {
            unreadable++;
        }
        Hash actual = MerkleTree.leaf(entry);
        if (actual.equals(expected)) {
            return Optional.empty();
        }
        long belongs = search(actual);
        if (standsElsewhere(expected)) {
            return Optional.of(new Finding(
                    Fault.MISPLACED,
                    index,
                    "In the place of entry " + index + " stands another"
                            + (belongs < 0 ? "." : ", entry " + belongs + ".")));
        }
        if (belongs >= 0) {
            return Optional.of(new Finding(
                    Fault.MISSING,
                    index,
                    "Entry " + index + " is missing; in its place stands entry " + belongs + "."));
        }
        return Optional.of(new Finding(Fault.ALTERED, index, "Entry " + index + " was altered."));
    }

    /** Adds the hash to the tree and compares the tree with what the tiles above and the signed roots say of it. */
    private Optional<Finding> grow(Hash leaf) {
        boolean[] fits = {true};
        range.append(leaf, (level, index, hash) -> {
            if (level % TilePath.HEIGHT == 0) {
                fits[0] &= upper.node(level, index).equals(hash);
            }
        });
        long size = range.size();
        if (!fits[0]) {
            return Optional.of(between(Math.max(signed, tiled), size - 1));
        }
        if (size % TilePath.FULL == 0) {
            tiled = size;
        }
        var checkpoint = earlier.get(size);
        if (checkpoint == null) {
            return Optional.empty();
        }
        if (!checkpoint.root().equals(range.root())) {
            return Optional.of(between(signed, size - 1));
        }
        signed = size;
        return Optional.empty();
    }

    private static Finding between(long first, long last) {
        String which = first == last
                ? "Entry " + first + " is"
                : "At least one of the entries " + first + " to " + last + " is";
        return new Finding(Fault.ALTERED, first, which + " not what was signed.");
    }

    private static Optional<Finding> missing(long index, String what) {
        return Optional.of(
                new Finding(Fault.MISSING, index, "Entry " + index + " is missing: the log lacks " + what + "."));
    }

    private List<Hash> hashes(TilePath bundle) throws IOException {
        byte[] tile =
                source.tile(new TilePath(0, bundle.index(), bundle.width())).orElse(new byte[0]);
        var hashes = new Hash[Math.min(bundle.width(), tile.length / Hash.LENGTH)];
        for (int at = 0; at < hashes.length; at++) {
            hashes[at] = Hash.of(Arrays.copyOfRange(tile, at * Hash.LENGTH, (at + 1) * Hash.LENGTH));
        }
        return List.of(hashes);
    }

    private List<byte[]> entries(TilePath bundle) throws IOException {
        return EntryBundle.decodeWhole(source.tile(bundle).orElse(new byte[0]));
    }

    /** The index whose hash this is, or -1. Only when something is wrong: it reads all hashes. */
    private long search(Hash hash) throws IOException {
        for (TilePath tile : TilePath.ofLevel(TilePath.ENTRIES, newest.size())) {
            int at = hashes(tile).indexOf(hash);
            if (at >= 0) {
                return tile.index() * TilePath.FULL + at;
            }
        }
        return -1;
    }

    private boolean standsElsewhere(Hash expected) throws IOException {
        for (TilePath tile : TilePath.ofLevel(TilePath.ENTRIES, newest.size())) {
            if (entries(tile).stream().map(MerkleTree::leaf).anyMatch(expected::equals)) {
                return true;
            }
        }
        return false;
    }
}

package org.enlace.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;

/**
 * Watches a log from outside for one state: cosigns each checkpoint that continues the last one it cosigned, and no other. It remembers on its own disk, so
 * whoever puts the server back to yesterday, or shows two histories, is found out by what was kept here.
 */
final class Witness {
    private final LogKey log;
    private final LogSigner own;
    private final Clock clock;

    Witness(LogKey log, LogSigner own, Clock clock) {
        this.log = log;
        this.own = own;
        this.clock = clock;
    }

    /** What a witness found. */
    sealed interface Sighting {
        /** Nothing was taken away or changed; the note is cosigned now. */
        record Continues(Checkpoint checkpoint, SignedNote note) implements Sighting {}

        /** The log contradicts what was seen before; both sides are evidence. */
        record Exposed(Fault fault, Checkpoint mine, String theirs) implements Sighting {}

        /** What was answered is not a checkpoint signed by the log's key. */
        record Unreadable(String theirs) implements Sighting {}
    }

    /** How a log betrays that it did not only grow. */
    enum Fault {
        /** It is shorter than it was: put back to an earlier state. */
        ROLLED_BACK,
        /** As long as it was, with other entries. */
        REPLACED,
        /** Longer, and does not begin with what was there. */
        REWRITTEN
    }

    /**
     * Looks once.
     *
     * @param last the checkpoint cosigned last, if there is one
     * @throws IOException if the log does not answer, which says nothing about it
     */
    Sighting look(TileSource source, Optional<Checkpoint> last) throws IOException {
        String answered = source.checkpoint();
        Checkpoint theirs;
        try {
            theirs = Checkpoint.verified(answered, log);
        } catch (Malformed wrong) {
            return new Sighting.Unreadable(answered);
        }
        try {
            var fault = last.flatMap(mine -> fault(source, mine, theirs));
            if (fault.isPresent()) {
                return new Sighting.Exposed(fault.get(), last.orElseThrow(), answered);
            }
        } catch (UncheckedIOException unread) {
            throw unread.getCause();
        }
        // The log's own lines only: what other witnesses said is theirs to say again.
        var note = SignedNote.parse(answered);
        var bare = new SignedNote(
                note.text(),
                note.signatures().stream()
                        .filter(signature -> signature.name().equals(log.name()))
                        .toList());
        return new Sighting.Continues(theirs, WitnessKey.cosign(bare, own, clock.instant()));
    }

    private static Optional<Fault> fault(TileSource source, Checkpoint mine, Checkpoint theirs) {
        if (theirs.size() < mine.size()) {
            return Optional.of(Fault.ROLLED_BACK);
        }
        if (theirs.size() == mine.size()) {
            return theirs.root().equals(mine.root()) ? Optional.empty() : Optional.of(Fault.REPLACED);
        }
        return continues(source, mine, theirs) ? Optional.empty() : Optional.of(Fault.REWRITTEN);
    }

    /** Computed from the tiles: nothing but the two roots is believed. */
    private static boolean continues(TileSource source, Checkpoint mine, Checkpoint theirs) {
        try {
            return ConsistencyProof.of(mine.size(), theirs.size(), new TileHashes(source, theirs.size()))
                    .proves(mine.root(), theirs.root());
        } catch (Malformed lacking) {
            return false;
        }
    }
}

package org.enlace.offline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.enlace.ledger.CarriedFile;
import org.enlace.ledger.Checkpoint;
import org.enlace.ledger.Send;

/**
 * The file that goes back to the other side. It is on the disk from the first signature on and replaced whole whenever something is signed behind it: however the tool
 * ends, what was signed before is in it.
 */
final class Answered {

    private final Parcel parcel;
    private final CarriedFile from;
    private final Unlocked officer;
    private final Path out;
    private int kept;

    /** @param from what came, or what an earlier run wrote behind it */
    Answered(Parcel parcel, CarriedFile from, Unlocked officer, Path out) {
        this.parcel = parcel;
        this.from = from;
        this.officer = officer;
        this.out = out;
        this.kept = from.acts().size();
    }

    Path out() {
        return out;
    }

    /** Whether anything was signed in this run and is on the disk. */
    boolean isNew() {
        return kept > from.acts().size();
    }

    /** Brings onto the disk what was signed. */
    void keep() throws IOException {
        var signed = parcel.acts().size();
        if (signed == kept) {
            return;
        }
        // Of two sets of statements the later one knows both authorities as they are; both are proved under the same
        // log's key.
        var directory = officer.directory();
        var size = Checkpoint.verified(directory.checkpoint(), directory.log()).size();
        var first = parcel.acts().getFirst().act();
        var parties = Set.of(first.authority(), ((Send) first.coded()).requestedAuthority());
        if (from.size() > size) {
            parcel.write(out, from.keys(), from.checkpoint(), from.logKey(), from);
        } else {
            parcel.write(out, officer.stated().behind(parties), directory.checkpoint(), directory.log(), from);
        }
        kept = signed;
    }
}

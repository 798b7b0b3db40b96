package org.enlace.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.enlace.StateCode;

/**
 * A delegation said in a meeting, or whoever reads the authority's mailbox wrote, that an entry is no longer right. It marks the entry at once; what is right
 * instead comes on paper or as a correction.
 *
 * @param entry the id of an {@link Authority}, or the key of one of its designations
 * @param meeting where it was said; empty when the authority wrote it itself
 * @param due by when the paper is promised
 */
record Report(
        UUID id, String entry, StateCode state, String said, String meeting, LocalDate due, String byName, Instant at) {

    boolean isOfAuthority() {
        return meeting.isEmpty();
    }

    /** The authority whose entry it is about, also when it is one of its designations. */
    String authority() {
        var slash = entry.indexOf('/');
        return slash < 0 ? entry : entry.substring(0, slash);
    }
}

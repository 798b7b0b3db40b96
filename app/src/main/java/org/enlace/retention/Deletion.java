package org.enlace.retention;

import java.time.Instant;
import java.util.UUID;
import org.enlace.ledger.Release;
import org.jspecify.annotations.Nullable;

/**
 * That an authority gave a request up.
 *
 * @param reference of the request
 * @param file the authority's own file number for the decision, may be empty
 * @param proposedBy who proposed it
 * @param approvedBy who approved it, and signed
 * @param entry of the signature in the custody log
 */
record Deletion(
        UUID request,
        String reference,
        Instant at,
        Release.Ground ground,
        String file,
        UUID proposedBy,
        UUID approvedBy,
        UUID entry) {

    /** With the number in the log; null while the log is late. */
    record Shown(
            Deletion deletion,
            String proposer,
            String approver,
            @Nullable Long index) {}
}

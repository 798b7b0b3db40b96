package org.enlace.retention;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.ledger.Release;
import org.jspecify.annotations.Nullable;

/**
 * What one officer proposes and another decides.
 *
 * @param hold the one that is to be lifted; null for requests that are to be given up
 * @param ground why they go; null where a hold is lifted
 * @param reference a file number of the authority's own, may be empty
 * @param decision null while it waits
 */
record Proposal(
        UUID id,
        String authority,
        @Nullable UUID hold,
        Release.@Nullable Ground ground,
        String reference,
        List<UUID> requests,
        UUID by,
        Instant at,
        @Nullable Decision decision) {

    enum Verdict {
        APPROVED,
        REFUSED,
        /** Taken back by whoever proposed it. */
        WITHDRAWN;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record Decision(Verdict verdict, UUID by, Instant at) {}

    boolean isWaiting() {
        return decision == null;
    }

    boolean isLift() {
        return hold != null;
    }

    boolean isBy(Viewer viewer) {
        return by.equals(viewer.account());
    }

    /** @throws org.enlace.Refused when it was decided, or this officer proposed it */
    void requireDecidableBy(Viewer viewer) {
        if (!isWaiting()) {
            throw RetentionRefusal.ALREADY_DECIDED.refused();
        }
        if (isBy(viewer)) {
            throw RetentionRefusal.SAME_PERSON.refused();
        }
    }
}

package org.enlace.duty;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The duty given from one officer to another.
 *
 * @param note what the next one should know; for the authority alone
 * @param acceptance null while nobody took it over
 */
record HandOver(
        UUID id,
        String authority,
        Officer from,
        String note,
        Instant at,
        @Nullable Acceptance acceptance) {

    /** As they were called then. */
    record Officer(UUID account, String name, String function) {}

    record Acceptance(Officer by, Instant at) {}

    boolean isWaiting() {
        return acceptance == null;
    }

    boolean isFrom(@Nullable UUID account) {
        return from.account().equals(account);
    }
}

package org.enlace.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an authority's case system enters with. The token itself is shown once and not kept.
 *
 * @param id names it in pages; opens nothing
 * @param account the case system's
 * @param label how those who run it call it: "Production, Asunción"
 * @param acts whether it may send and act; otherwise it reads only
 * @param madeBy the officer who made it; when they leave, it ends, because they may have kept it
 * @param usedAt when it was last used, to the minute; null while it never was
 * @param usedFrom the network address of that use
 * @param endedAt when it was revoked, or ended with somebody who left; null while it holds
 */
public record ProgramToken(
        UUID id,
        UUID account,
        String label,
        boolean acts,
        UUID madeBy,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable String usedFrom,
        @Nullable Instant endedAt) {

    public boolean holds(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }
}

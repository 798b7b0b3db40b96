package org.enlace.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param credential the credential's id, base64url
 * @param label how its owner calls it: "Work laptop"
 */
public record Passkey(
        String credential,
        UUID account,
        String label,
        Instant madeAt,
        @Nullable Instant usedAt) {}

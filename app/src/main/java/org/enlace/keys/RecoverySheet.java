package org.enlace.keys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The recovery sheet that an authority's current generation is sealed to.
 *
 * @param recipient {@code age1…}, as in the statement
 * @param rehearsedAt when as many shares as are needed were typed back from paper, before the sheet counted; null of a sheet older than this rule
 * @param rehearsedBy the officer at whose browser; null together with the time
 */
public record RecoverySheet(
        String recipient,
        Division division,
        @Nullable Instant rehearsedAt,
        @Nullable UUID rehearsedBy) {}

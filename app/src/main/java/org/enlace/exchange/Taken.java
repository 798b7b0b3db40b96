package org.enlace.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an act.
 *
 * @param digest of the act's JWS, hexadecimal
 * @param index in the custody log; null while the log is late
 * @param receipt the host's receipt, for the kinds that have one; null while the log is late
 * @param at the server's time of the act
 */
public record Taken(
        UUID request,
        String reference,
        UUID act,
        String digest,
        @Nullable Long index,
        @Nullable String receipt,
        Instant at) {}

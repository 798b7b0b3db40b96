package org.enlace.procedure;

import java.time.Instant;
import java.util.UUID;
import org.enlace.ledger.Act;
import org.enlace.ledger.Hash;
import org.jspecify.annotations.Nullable;

/**
 * An act that happened.
 *
 * @param digest of the bytes that were signed, as they came
 * @param at when the server took it, by the server's clock
 * @param carriedBy who brought it in, where it came in a carried file and not from its author; then {@code at} is when it was brought in
 */
public record Fact(
        Act act, Hash digest, Instant at, @Nullable UUID carriedBy) {

    /** An act that its author signed here and now. */
    public Fact(Act act, Hash digest, Instant at) {
        this(act, digest, at, null);
    }

    public boolean isCarried() {
        return carriedBy != null;
    }

    public Kind kind() {
        return Kind.of(act);
    }
}

package org.enlace.exchange;

import java.time.Instant;
import java.util.UUID;
import org.enlace.ledger.Act;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Signed;
import org.enlace.procedure.Fact;
import org.enlace.procedure.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An act as it is kept: the bytes that were signed, and what the host adds to them.
 *
 * @param number its place among the acts of its request, from 1
 * @param at when the server took it
 * @param entry its entry in the custody log
 * @param carriedBy who brought it in, where it came in a carried file
 */
record Kept(
        UUID request,
        int number,
        UUID act,
        Kind kind,
        Jws jws,
        Instant at,
        UUID entry,
        @Nullable UUID carriedBy) {

    Hash digest() {
        return jws.digest();
    }

    Fact fact() {
        if (Signed.of(jws) instanceof Act signed) {
            return new Fact(signed, jws.digest(), at, carriedBy);
        }
        throw new IllegalStateException("kept as an act, though it is none: " + jws.digest());
    }
}

package org.enlace.exchange;

import java.time.Instant;
import org.enlace.ledger.Act;
import org.enlace.ledger.Hash;

/**
 * An act that happened.
 *
 * @param digest of the bytes that were signed, as they came
 * @param at when the server took it, by the server's clock
 */
public record Fact(Act act, Hash digest, Instant at) {

    public Kind kind() {
        return Kind.of(act);
    }
}

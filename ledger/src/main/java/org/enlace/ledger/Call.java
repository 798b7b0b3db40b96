package org.enlace.ledger;

import java.time.Instant;

/**
 * A telephone call about a request, as the author's authority wrote it down; who answered and what was said is sealed. Of a request that travels as a file it is the
 * call that announced it: each side states its own, and where the two agree, periods run from it.
 *
 * @param at when it was, UTC, whole milliseconds
 */
public record Call(Instant at) implements Coded {
    public Call {
        Encodings.time(at);
    }

    static Call read(Fields fields) {
        return new Call(fields.time("at"));
    }

    @Override
    public String kind() {
        return "call";
    }

    @Override
    public Json json() {
        return new Payload().time("at", at).json();
    }
}

package org.enlace.ledger;

import java.time.Instant;

/**
 * The telephone call by which a request that travels as a file was announced, as the author's authority wrote it down. Each side states its own; where the two agree,
 * periods run from the call.
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

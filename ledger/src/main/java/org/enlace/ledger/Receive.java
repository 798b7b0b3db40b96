package org.enlace.ledger;

import java.util.UUID;

/**
 * The result has arrived.
 *
 * @param result the act that brought it
 * @param conditions exactly those of the result: to sign them is to accept them
 */
public record Receive(UUID result, Conditions conditions) implements Coded {
    static Receive read(Fields fields) {
        return new Receive(fields.uuid("result"), Conditions.read(fields));
    }

    @Override
    public String kind() {
        return "receive";
    }

    @Override
    public Json json() {
        return new Payload()
                .uuid("result", result)
                .json("conditions", conditions.json())
                .json();
    }
}

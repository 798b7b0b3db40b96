package org.enlace.ledger;

/**
 * An officer of the requested authority opens the request.
 *
 * @param conditions exactly those of the {@code send}: to sign them is to accept them
 */
public record Open(Conditions conditions) implements Coded {
    static Open read(Fields fields) {
        return new Open(Conditions.read(fields));
    }

    @Override
    public String kind() {
        return "open";
    }

    @Override
    public Json json() {
        return new Payload().json("conditions", conditions.json()).json();
    }
}

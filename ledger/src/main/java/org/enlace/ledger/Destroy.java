package org.enlace.ledger;

/**
 * The requested authority says what became of what it was asked to destroy.
 *
 * @param destroyed whether it is gone; else it is kept
 */
public record Destroy(boolean destroyed) implements Coded {
    static Destroy read(Fields fields) {
        return new Destroy(fields.either("outcome", "destroyed", "kept"));
    }

    @Override
    public String kind() {
        return "destroy";
    }

    @Override
    public Json json() {
        return new Payload().text("outcome", destroyed ? "destroyed" : "kept").json();
    }
}

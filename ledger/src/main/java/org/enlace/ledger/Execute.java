package org.enlace.ledger;

/**
 * What was asked is done.
 *
 * @param full whether all of it is
 */
public record Execute(boolean full) implements Coded {
    static Execute read(Fields fields) {
        return new Execute(fields.either("extent", "full", "part"));
    }

    @Override
    public String kind() {
        return "execute";
    }

    @Override
    public Json json() {
        return new Payload().text("extent", full ? "full" : "part").json();
    }
}

package org.enlace.ledger;

/**
 * The result goes to the requesting authority.
 *
 * @param complete whether nothing more will follow
 * @param conditions under which it is given
 */
public record Result(boolean complete, Conditions conditions) implements Coded {
    static Result read(Fields fields) {
        return new Result(fields.either("part", "final", "partial"), Conditions.read(fields));
    }

    @Override
    public String kind() {
        return "result";
    }

    @Override
    public Json json() {
        return new Payload()
                .text("part", complete ? "final" : "partial")
                .json("conditions", conditions.json())
                .json();
    }
}

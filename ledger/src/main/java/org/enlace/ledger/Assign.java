package org.enlace.ledger;

/**
 * The request goes to somebody of the same authority.
 *
 * @param function of the officer who has it from now on
 */
public record Assign(String function) implements Coded {
    public Assign {
        Fields.line(function);
    }

    static Assign read(Fields fields) {
        return new Assign(fields.text("function"));
    }

    @Override
    public String kind() {
        return "assign";
    }

    @Override
    public Json json() {
        return new Payload().text("function", function).json();
    }
}

package org.enlace.ledger;

/**
 * The requesting authority decides that nothing follows on a preservation.
 *
 * @param reason code of the reason
 */
public record LetLapse(String reason) implements Coded {
    public LetLapse {
        Fields.code(reason);
    }

    static LetLapse read(Fields fields) {
        return new LetLapse(fields.text("reason"));
    }

    @Override
    public String kind() {
        return "let-lapse";
    }

    @Override
    public Json json() {
        return new Payload().text("reason", reason).json();
    }
}

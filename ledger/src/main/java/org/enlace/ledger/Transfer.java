package org.enlace.ledger;

/**
 * Another authority of the same state has the request from now on.
 *
 * @param generation of that authority's key that the request is sealed to
 */
public record Transfer(String to, int generation, Reason reason) implements Coded {
    public Transfer {
        Fields.authority(to);
        Fields.generation(generation);
    }

    static Transfer read(Fields fields) {
        return new Transfer(
                fields.text("to"), fields.generation("generation"), fields.oneOf("reason", Reason.values()));
    }

    @Override
    public String kind() {
        return "transfer";
    }

    @Override
    public Json json() {
        return new Payload()
                .text("to", to)
                .number("generation", generation)
                .text("reason", reason.code())
                .json();
    }

    /** Why it goes elsewhere. */
    public enum Reason implements Spelled {
        /** The directory, or the sender, had the wrong one. */
        WRONG_OFFICE("wrong-office"),
        COMPETENCE("competence"),
        OTHER("other");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}

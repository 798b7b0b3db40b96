package org.enlace.ledger;

/** The requesting authority is done with the request. */
public record Close(Outcome outcome) implements Coded {
    static Close read(Fields fields) {
        return new Close(fields.oneOf("outcome", Outcome.values()));
    }

    @Override
    public String kind() {
        return "close";
    }

    @Override
    public Json json() {
        return new Payload().text("outcome", outcome.code()).json();
    }

    /** What came of it. */
    public enum Outcome implements Spelled {
        USED("used"),
        NOT_USED("not-used"),
        NO_LONGER_NEEDED("no-longer-needed"),
        ANSWERED("answered");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}

package org.enlace.states;

/** A row that cannot become a fact, and why. Thrown by readers of rows, caught by the importer, which reports it. */
public final class BadRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why; the words {@code refused-row.<NAME>} say it to the operator. */
    public enum Reason {
        MISSING,
        NOT_A_DATE,
        NOT_A_CODE,
        NOT_ALLOWED,
        UNKNOWN_REFERENCE,
        CONTRADICTION,
        REPEATED,
        WRONG_SHAPE,
        NOT_READABLE
    }

    private final Reason reason;
    private final String column;
    private final String value;

    public BadRow(Reason reason, String column, String value) {
        super(reason + " in " + column + ": " + value, null, false, false);
        this.reason = reason;
        this.column = column;
        this.value = value.length() > 200 ? value.substring(0, 200) : value;
    }

    public Reason reason() {
        return reason;
    }

    public String column() {
        return column;
    }

    public String value() {
        return value;
    }
}

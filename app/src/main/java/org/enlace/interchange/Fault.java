package org.enlace.interchange;

/** Why a text is no list, and where. The words are {@code fault.<KIND>}. */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 60;

    enum Kind {
        EMPTY,
        TOO_LARGE,
        NOT_TEXT,
        ONE_COLUMN,
        NO_HEADING,
        OTHER_COUNT,
        TOO_MANY_LINES,
        QUOTE_NOT_CLOSED,
        AFTER_QUOTE
    }

    private final Kind kind;
    private final long line;
    private final int column;
    private final String value;

    /** @param column the cell of the line, from 1; for quotation marks the letter of the line */
    Fault(Kind kind, long line, int column, String value) {
        super(kind + " at " + line + ':' + column, null, false, false);
        this.kind = kind;
        this.line = line;
        this.column = column;
        // It goes into a sentence with places of its own.
        var plain = value.replaceAll("[{}']", " ");
        this.value = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    Kind kind() {
        return kind;
    }

    long line() {
        return line;
    }

    int column() {
        return column;
    }

    String value() {
        return value;
    }
}

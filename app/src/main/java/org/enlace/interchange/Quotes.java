package org.enlace.interchange;

/** Whether the quotation marks of a list fit together. Readers of such lists go on silently over the end of a line here, and eat half the file. */
final class Quotes {

    private final String text;
    private final char separator;
    private int at;
    private long line = 1;
    private int column = 1;

    private Quotes(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    static void check(String text, char separator) {
        var quotes = new Quotes(text, separator);
        while (quotes.at < text.length()) {
            quotes.cell();
        }
    }

    private void cell() {
        if (text.charAt(at) == '"') {
            quoted();
            return;
        }
        while (at < text.length() && !isEnd(text.charAt(at))) {
            step();
        }
        if (at < text.length()) {
            step();
        }
    }

    private void quoted() {
        var openedOn = line;
        var openedAt = column;
        step();
        while (at < text.length()) {
            if (text.charAt(at) != '"') {
                step();
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                step();
                step();
            } else {
                step();
                closed();
                return;
            }
        }
        throw new Fault(Fault.Kind.QUOTE_NOT_CLOSED, openedOn, openedAt, "");
    }

    private void closed() {
        if (at >= text.length()) {
            return;
        }
        if (!isEnd(text.charAt(at))) {
            throw new Fault(Fault.Kind.AFTER_QUOTE, line, column, String.valueOf(text.charAt(at)));
        }
        step();
    }

    private boolean isEnd(char letter) {
        return letter == separator || letter == '\n' || letter == '\r';
    }

    private void step() {
        if (text.charAt(at) == '\n') {
            line++;
            column = 1;
        } else {
            column++;
        }
        at++;
    }
}

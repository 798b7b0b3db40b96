package org.enlace.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;

/** Recursive descent over one text, at most {@value #MAX_DEPTH} deep. */
final class JsonReader {
    private static final int MAX_DEPTH = 16;

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    Json read() {
        Json value = value(0);
        skipSpace();
        if (at < text.length()) {
            throw wrong("there is something after the value");
        }
        return value;
    }

    private Json value(int depth) {
        if (depth > MAX_DEPTH) {
            throw wrong("it is nested too deeply");
        }
        skipSpace();
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> array(depth);
            case '"' -> new Json.Text(text());
            case 't' -> word("true", new Json.Truth(true));
            case 'f' -> word("false", new Json.Truth(false));
            case 'n' -> word("null", Json.Nothing.NULL);
            default -> number();
        };
    }

    private Json members(int depth) {
        var members = new LinkedHashMap<String, Json>();
        at++;
        if (skips('}')) {
            return new Json.Members(members);
        }
        do {
            skipSpace();
            if (peek() != '"') {
                throw wrong("a member name is missing");
            }
            String name = text();
            if (members.containsKey(name)) {
                throw wrong("a member stands twice");
            }
            if (!skips(':')) {
                throw wrong("a colon is missing");
            }
            members.put(name, value(depth + 1));
        } while (skips(','));
        if (!skips('}')) {
            throw wrong("a closing brace is missing");
        }
        return new Json.Members(members);
    }

    private Json array(int depth) {
        var items = new ArrayList<Json>();
        at++;
        if (skips(']')) {
            return new Json.Array(items);
        }
        do {
            items.add(value(depth + 1));
        } while (skips(','));
        if (!skips(']')) {
            throw wrong("a closing bracket is missing");
        }
        return new Json.Array(items);
    }

    private String text() {
        var letters = new StringBuilder();
        at++;
        while (true) {
            char letter = next();
            if (letter == '"') {
                break;
            }
            if (letter < 0x20) {
                throw wrong("a text holds a control character");
            }
            letters.append(letter == '\\' ? escaped() : letter);
        }
        for (int i = 0; i < letters.length(); i++) {
            if (!Character.isSurrogate(letters.charAt(i))) {
                continue;
            }
            if (i + 1 >= letters.length() || !Character.isSurrogatePair(letters.charAt(i), letters.charAt(++i))) {
                throw wrong("a text holds half a character");
            }
        }
        return letters.toString();
    }

    private char escaped() {
        char letter = next();
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) ((hex() << 12) | (hex() << 8) | (hex() << 4) | hex());
            default -> throw wrong("an escape is not known");
        };
    }

    private int hex() {
        int digit = Character.digit(next(), 16);
        if (digit < 0 || text.charAt(at - 1) > 'f') {
            throw wrong("an escape is not hexadecimal");
        }
        return digit;
    }

    private Json number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(start, at);
        boolean plain = digits.matches("0|-?[1-9][0-9]{0,15}");
        if (!plain || (at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0)) {
            throw wrong("a number is not a whole number of at most 53 bits");
        }
        long value = Long.parseLong(digits);
        if (Math.abs(value) > Json.Whole.LARGEST) {
            throw wrong("a number is not a whole number of at most 53 bits");
        }
        return new Json.Whole(value);
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value is not known");
        }
        at += word.length();
        return value;
    }

    private boolean skips(char wanted) {
        skipSpace();
        if (at >= text.length() || text.charAt(at) != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("it is cut short");
        }
        return text.charAt(at);
    }

    private char next() {
        char letter = peek();
        at++;
        return letter;
    }

    private Malformed wrong(String what) {
        return new Malformed("This JSON is not well formed: at character " + at + " " + what + ".");
    }
}

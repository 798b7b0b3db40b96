package org.enlace.ledger;

/**
 * The public key of a log, or of a witness, with the name it signs notes under: the verifier key line of C2SP signed-note,
 * {@code <name>+<8 hex digits>+<base64(0x01 || 32 bytes)>}.
 */
public record LogKey(String name, VerifyingKey key) {
    static final byte ED25519 = 1;

    public LogKey {
        if (!isName(name)) {
            throw new Malformed("The name of a log key has neither spaces nor plus signs nor control characters.");
        }
    }

    /**
     * Reads the line; a slip in copying it is noticed by its key hash.
     *
     * @throws Malformed with a sentence telling which part is wrong
     */
    public static LogKey parse(String line) {
        var read = NoteKeyLine.parse(line, ED25519);
        return new LogKey(read.name(), read.key());
    }

    /** The line as it is published. */
    public String line() {
        return read().text();
    }

    /** The first four bytes of SHA-256 over name, line feed, algorithm and key: they tell keys apart, they are no proof. */
    public byte[] hash() {
        return read().hash();
    }

    /** The line. */
    @Override
    public String toString() {
        return line();
    }

    String hashHex() {
        return read().hashHex();
    }

    private NoteKeyLine read() {
        return new NoteKeyLine(name, ED25519, key);
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(letter -> letter == '+' || letter < 0x20 || letter == 0x7f || isSpace(letter));
    }

    private static boolean isSpace(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == 0x85;
    }
}

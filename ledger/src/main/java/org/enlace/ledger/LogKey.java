package org.enlace.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

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
        String[] parts = line.split("\\+", 3);
        if (parts.length != 3) {
            throw new Malformed("A log key is written name+hash+key.");
        }
        byte[] material = Encodings.base64(parts[2]);
        if (material.length == 0 || material[0] != ED25519) {
            throw new Malformed("This log key is not an Ed25519 key.");
        }
        var key = new LogKey(parts[0], VerifyingKey.of(Arrays.copyOfRange(material, 1, material.length)));
        if (!key.hashHex().equals(parts[1])) {
            throw new Malformed(
                    "This log key does not fit its own check digits: it was copied incompletely or altered.");
        }
        return key;
    }

    /** The line as it is published. */
    public String line() {
        return name + "+" + hashHex() + "+" + Encodings.base64(withAlgorithm(key.raw()));
    }

    /** The first four bytes of SHA-256 over name, line feed, algorithm and key: they tell keys apart, they are no proof. */
    public byte[] hash() {
        MessageDigest digest = Hash.digest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(withAlgorithm(key.raw()));
        return Arrays.copyOf(digest.digest(), 4);
    }

    /** The line. */
    @Override
    public String toString() {
        return line();
    }

    String hashHex() {
        return HexFormat.of().formatHex(hash());
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(letter -> letter == '+' || letter < 0x20 || letter == 0x7f || isSpace(letter));
    }

    private static boolean isSpace(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == 0x85;
    }

    static byte[] withAlgorithm(byte[] raw) {
        byte[] material = new byte[1 + raw.length];
        material[0] = ED25519;
        System.arraycopy(raw, 0, material, 1, raw.length);
        return material;
    }
}

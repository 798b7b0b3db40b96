package org.enlace.ledger;

import java.util.Arrays;

/**
 * The private key of a log with its name, kept as the usual text of signed-note signers:
 * {@code PRIVATE+KEY+<name>+<8 hex digits>+<base64(0x01 || 32-byte seed)>}.
 */
public record LogSigner(String name, SigningKey key) {
    private static final String PREFIX = "PRIVATE+KEY+";

    public LogSigner {
        if (!LogKey.isName(name)) {
            throw new Malformed("The name of a log key has neither spaces nor plus signs nor control characters.");
        }
    }

    public static LogSigner generate(String name) {
        return new LogSigner(name, SigningKey.generate());
    }

    public static LogSigner parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new Malformed("A private log key begins with " + PREFIX);
        }
        String[] parts = text.substring(PREFIX.length()).split("\\+", 3);
        if (parts.length != 3) {
            throw new Malformed("A private log key is written " + PREFIX + "name+hash+seed.");
        }
        byte[] material = Encodings.base64(parts[2]);
        if (material.length == 0 || material[0] != LogKey.ED25519) {
            throw new Malformed("This private log key is not an Ed25519 key.");
        }
        var signer = new LogSigner(parts[0], SigningKey.ofSeed(Arrays.copyOfRange(material, 1, material.length)));
        if (!signer.logKey().hashHex().equals(parts[1])) {
            throw new Malformed("This private log key does not fit its own check digits: its file was altered.");
        }
        return signer;
    }

    /** The text to be kept in a file that only its owner reads. */
    public String secretText() {
        return PREFIX + name + "+" + logKey().hashHex() + "+"
                + Encodings.base64(NoteKeyLine.material(LogKey.ED25519, key.seed()));
    }

    public LogKey logKey() {
        return new LogKey(name, key.verifyingKey());
    }

    /** Never the seed. */
    @Override
    public String toString() {
        return "signer of " + logKey().line();
    }
}

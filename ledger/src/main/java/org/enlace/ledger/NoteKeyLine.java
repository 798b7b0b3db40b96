package org.enlace.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A verifier key line of C2SP signed-note, {@code <name>+<8 hex digits>+<base64(algorithm || 32 bytes)>}. The algorithm tells what the key signs: notes, or
 * the cosignatures of a witness.
 */
record NoteKeyLine(String name, byte algorithm, VerifyingKey key) {

    /** Reads the line; a slip in copying it is noticed by its key hash. */
    static NoteKeyLine parse(String line, byte algorithm) {
        String[] parts = line.split("\\+", 3);
        if (parts.length != 3 || !LogKey.isName(parts[0])) {
            throw new Malformed("A key is written name+hash+key.");
        }
        byte[] material = Encodings.base64(parts[2]);
        if (material.length == 0 || material[0] != algorithm) {
            throw new Malformed("This key is not an Ed25519 key of the kind that is needed here.");
        }
        var read =
                new NoteKeyLine(parts[0], algorithm, VerifyingKey.of(Arrays.copyOfRange(material, 1, material.length)));
        if (!read.hashHex().equals(parts[1])) {
            throw new Malformed("This key does not fit its own check digits: it was copied incompletely or altered.");
        }
        return read;
    }

    String text() {
        return name + "+" + hashHex() + "+" + Encodings.base64(material(algorithm, key.raw()));
    }

    byte[] hash() {
        MessageDigest digest = Hash.digest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(material(algorithm, key.raw()));
        return Arrays.copyOf(digest.digest(), 4);
    }

    String hashHex() {
        return HexFormat.of().formatHex(hash());
    }

    static byte[] material(byte algorithm, byte[] raw) {
        byte[] material = new byte[1 + raw.length];
        material[0] = algorithm;
        System.arraycopy(raw, 0, material, 1, raw.length);
        return material;
    }
}

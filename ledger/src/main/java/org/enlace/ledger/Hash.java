package org.enlace.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 value: 32 bytes that never change. */
public final class Hash {
    public static final int LENGTH = 32;

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** SHA-256 of these bytes. */
    public static Hash sha256(byte[] bytes) {
        return new Hash(digest().digest(bytes));
    }

    /** The value of a digest computed elsewhere. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new Malformed("A hash has 32 bytes, this one has " + bytes.length + ".");
        }
        return new Hash(bytes.clone());
    }

    /** Reads 64 lowercase hexadecimal digits. */
    public static Hash ofHex(String text) {
        if (text.length() != 2 * LENGTH || !text.chars().allMatch(Hash::isLowercaseHex)) {
            throw new Malformed("A hash is written with 64 lowercase hexadecimal digits.");
        }
        return new Hash(HEX.parseHex(text));
    }

    /** Reads standard base64 with its padding. */
    public static Hash ofBase64(String text) {
        return of(Encodings.base64(text));
    }

    /** A fresh SHA-256 computation, for bytes that come as a stream. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every JDK has SHA-256", absent);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HEX.formatHex(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    void into(MessageDigest digest) {
        digest.update(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The hexadecimal digits. */
    @Override
    public String toString() {
        return hex();
    }

    private static boolean isLowercaseHex(int letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
    }
}

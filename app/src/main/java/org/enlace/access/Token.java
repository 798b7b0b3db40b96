package org.enlace.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * 32 random bytes that let their holder do one thing. The text goes to the holder, in a cookie or an address; only the hash is stored, so that a copy of the database
 * opens nothing. A plain SHA-256 is enough: nobody can try 2^256 values.
 */
public final class Token {

    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private Token(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Token make() {
        var bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return new Token(bytes);
    }

    /** Reads what somebody presents; empty when it cannot be a token. */
    public static Optional<Token> parse(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var token = new Token(bytes);
            return bytes.length == LENGTH && token.text().equals(text) ? Optional.of(token) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** base64url without padding: 43 characters that stand in an address as they are. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** What is stored. */
    public byte[] hash() {
        return sha256(bytes);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }

    /** Never the token: it would end in a log. */
    @Override
    public String toString() {
        return "a token";
    }
}

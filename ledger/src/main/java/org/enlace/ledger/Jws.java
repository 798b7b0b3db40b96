package org.enlace.ledger;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A compact JWS with an Ed25519 signature (RFC 7515, RFC 8037), kept as the text it came in: what was signed is never written again. The header has one
 * spelling, {@code {"alg":"EdDSA","kid":"<key id>","typ":"<type>"}}, so that no other algorithm can ever be asked for.
 */
public final class Jws {
    /** The longest JWS that is looked at, in characters. */
    public static final int MAX_LENGTH = 256 * 1024;

    private static final Pattern HEADER =
            Pattern.compile("\\{\"alg\":\"EdDSA\",\"kid\":\"([0-9a-f]{64})\",\"typ\":\"([a-z0-9+-]{1,64})\"}");

    private final String compact;
    private final String type;
    private final String keyId;
    private final byte[] payload;

    private Jws(String compact, String type, String keyId, byte[] payload) {
        this.compact = compact;
        this.type = type;
        this.keyId = keyId;
        this.payload = payload;
    }

    public static Jws sign(SigningKey key, String type, byte[] payload) {
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + key.verifyingKey().id() + "\",\"typ\":\"" + type + "\"}";
        if (!HEADER.matcher(header).matches()) {
            throw new IllegalArgumentException("The type of a JWS is a short lowercase word.");
        }
        String signed = Encodings.base64url(Encodings.utf8(header)) + "." + Encodings.base64url(payload);
        String signature = Encodings.base64url(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
        return parse(signed + "." + signature);
    }

    /**
     * Reads the form; says nothing yet about the signature.
     *
     * @throws Malformed if this is not a JWS of ours
     */
    public static Jws parse(String compact) {
        if (compact.length() > MAX_LENGTH) {
            throw new Malformed("A JWS has at most " + MAX_LENGTH + " characters.");
        }
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            throw new Malformed("A compact JWS has three parts.");
        }
        var header = HEADER.matcher(Encodings.utf8(Encodings.base64url(parts[0])));
        if (!header.matches()) {
            throw new Malformed("The header of this JWS is not the one declared for EdDSA.");
        }
        if (Encodings.base64url(parts[2]).length != VerifyingKey.SIGNATURE_LENGTH) {
            throw new Malformed("An Ed25519 signature has 64 bytes.");
        }
        return new Jws(compact, header.group(2), header.group(1), Encodings.base64url(parts[1]));
    }

    /** Whether this key is the one named and the signature is its own. */
    public boolean isSignedBy(VerifyingKey key) {
        int dot = compact.lastIndexOf('.');
        byte[] signed = compact.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
        return keyId.equals(key.id()) && key.verifies(signed, Encodings.base64url(compact.substring(dot + 1)));
    }

    /** The text as it came. */
    public String compact() {
        return compact;
    }

    /** The header's {@code typ}. */
    public String type() {
        return type;
    }

    /** The header's {@code kid}: hexadecimal SHA-256 of the signer's raw public key. */
    public String keyId() {
        return keyId;
    }

    public byte[] payload() {
        return payload.clone();
    }

    /** SHA-256 over the text as it came: what the log enters and what later acts name as their previous one. */
    public Hash digest() {
        return Hash.sha256(compact.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Jws that && compact.equals(that.compact);
    }

    @Override
    public int hashCode() {
        return compact.hashCode();
    }

    @Override
    public String toString() {
        return compact;
    }
}

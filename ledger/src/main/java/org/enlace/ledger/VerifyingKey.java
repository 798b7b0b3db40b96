package org.enlace.ledger;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Set;

/** An Ed25519 public key as its 32 raw bytes. */
public final class VerifyingKey {
    public static final int LENGTH = 32;
    public static final int SIGNATURE_LENGTH = 64;

    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger ORDER_EIGHT =
            new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16);
    /** The y coordinates of the eight points of small order: under such a key one signature fits many texts. */
    private static final Set<BigInteger> SMALL_ORDER =
            Set.of(BigInteger.ZERO, BigInteger.ONE, P.subtract(BigInteger.ONE), ORDER_EIGHT, P.subtract(ORDER_EIGHT));

    private final byte[] raw;
    private final PublicKey key;

    private VerifyingKey(byte[] raw, PublicKey key) {
        this.raw = raw;
        this.key = key;
    }

    /**
     * Reads the raw bytes.
     *
     * @throws Malformed if these are not 32 bytes that spell a usable point of the curve in its one canonical way
     */
    public static VerifyingKey of(byte[] raw) {
        if (raw.length != LENGTH) {
            throw new Malformed("An Ed25519 public key has 32 bytes, this one has " + raw.length + ".");
        }
        boolean odd = (raw[LENGTH - 1] & 0x80) != 0;
        BigInteger y = littleEndian(raw);
        if (y.compareTo(P) >= 0 || SMALL_ORDER.contains(y)) {
            throw new Malformed("These 32 bytes are not a usable Ed25519 public key.");
        }
        try {
            var spec = new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, y));
            var key = KeyFactory.getInstance("Ed25519").generatePublic(spec);
            Signature.getInstance("Ed25519").initVerify(key);
            return new VerifyingKey(raw.clone(), key);
        } catch (GeneralSecurityException refused) {
            throw new Malformed("These 32 bytes are not a usable Ed25519 public key.", refused);
        }
    }

    public byte[] raw() {
        return raw.clone();
    }

    /** The key id of a JWS: hexadecimal SHA-256 of the raw bytes. */
    public String id() {
        return Hash.sha256(raw).hex();
    }

    public boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException notOfThisCurve) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return id();
    }

    private static BigInteger littleEndian(byte[] raw) {
        byte[] reversed = new byte[LENGTH];
        for (int at = 0; at < LENGTH; at++) {
            reversed[at] = raw[LENGTH - 1 - at];
        }
        reversed[0] &= 0x7f;
        return new BigInteger(1, reversed);
    }
}

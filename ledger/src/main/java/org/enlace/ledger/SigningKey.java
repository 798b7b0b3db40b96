package org.enlace.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;

/** An Ed25519 private key, known by its 32-byte seed (RFC 8032). */
public final class SigningKey {
    private final byte[] seed;
    private final PrivateKey key;
    private final VerifyingKey verifying;

    private SigningKey(byte[] seed, PrivateKey key, VerifyingKey verifying) {
        this.seed = seed;
        this.key = key;
        this.verifying = verifying;
    }

    public static SigningKey ofSeed(byte[] seed) {
        if (seed.length != VerifyingKey.LENGTH) {
            throw new Malformed("An Ed25519 seed has 32 bytes, this one has " + seed.length + ".");
        }
        try {
            var spec = new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed.clone());
            var key = KeyFactory.getInstance("Ed25519").generatePrivate(spec);
            return new SigningKey(seed.clone(), key, publicKeyOf(seed));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every JDK has Ed25519", absent);
        }
    }

    /** A new key from the system's randomness. */
    public static SigningKey generate() {
        byte[] seed = new byte[VerifyingKey.LENGTH];
        new SecureRandom().nextBytes(seed);
        return ofSeed(seed);
    }

    public VerifyingKey verifyingKey() {
        return verifying;
    }

    public byte[] sign(byte[] message) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("An Ed25519 signature could not be made", failed);
        }
    }

    byte[] seed() {
        return seed.clone();
    }

    /** Never the seed. */
    @Override
    public String toString() {
        return "private key of " + verifying.id();
    }

    /** The JDK derives a public key only while it generates a pair; a generator that is given the seed as its randomness makes the pair of that seed. */
    private static VerifyingKey publicKeyOf(byte[] seed) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Seeded(seed));
        var point = ((EdECPublicKey) generator.generateKeyPair().getPublic()).getPoint();
        byte[] big = point.getY().toByteArray();
        byte[] raw = new byte[VerifyingKey.LENGTH];
        for (int at = 0; at < Math.min(big.length, raw.length); at++) {
            raw[at] = big[big.length - 1 - at];
        }
        if (point.isXOdd()) {
            raw[VerifyingKey.LENGTH - 1] |= (byte) 0x80;
        }
        return VerifyingKey.of(raw);
    }

    private static final class Seeded extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] seed;

        Seeded(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("Ed25519 asks for its 32-byte seed");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}

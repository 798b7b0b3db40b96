package org.enlace.sealing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key derivation scrypt (RFC 7914), which the JDK does not have: what a passphrase lock of an officer key asks for. Held to the vectors of the RFC. */
final class Scrypt {

    private static final int WORDS = 32;

    private Scrypt() {}

    /**
     * @param logCost N is two to this power; memory is 128 · r · N bytes
     * @param r block size
     * @param p parallelisation
     */
    static byte[] derive(byte[] password, byte[] salt, int logCost, int r, int p, int length) {
        var blocks = stretch(password, salt, p * 128 * r);
        var words = new int[blocks.length / 4];
        ByteBuffer.wrap(blocks).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(words);
        var each = WORDS * r;
        for (var i = 0; i < p; i++) {
            mix(words, i * each, each, 1 << logCost);
        }
        ByteBuffer.wrap(blocks).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(words);
        return stretch(password, blocks, length);
    }

    /** PBKDF2 with HMAC-SHA-256 and one round. The JDK's own takes characters, and a passphrase is bytes here. */
    private static byte[] stretch(byte[] password, byte[] salt, int length) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            // An empty key is not allowed to the JDK; HMAC pads with zeros, so that one zero is the same key.
            mac.init(new SecretKeySpec(password.length == 0 ? new byte[1] : password, "HmacSHA256"));
            var out = ByteBuffer.allocate(length);
            for (var block = 1; out.hasRemaining(); block++) {
                mac.update(salt);
                mac.update(ByteBuffer.allocate(4).putInt(block).array());
                var bytes = mac.doFinal();
                out.put(bytes, 0, Math.min(bytes.length, out.remaining()));
            }
            return out.array();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", absent);
        }
    }

    private static void mix(int[] words, int from, int length, int cost) {
        var x = new int[length];
        System.arraycopy(words, from, x, 0, length);
        var kept = new int[cost][];
        var spare = new int[length];
        for (var i = 0; i < cost; i++) {
            kept[i] = x.clone();
            scatter(x, spare);
        }
        for (var i = 0; i < cost; i++) {
            var other = kept[x[length - 16] & (cost - 1)];
            for (var j = 0; j < length; j++) {
                x[j] ^= other[j];
            }
            scatter(x, spare);
        }
        System.arraycopy(x, 0, words, from, length);
    }

    private static void scatter(int[] block, int[] spare) {
        var x = new int[16];
        System.arraycopy(block, block.length - 16, x, 0, 16);
        var count = block.length / 16;
        for (var i = 0; i < count; i++) {
            for (var j = 0; j < 16; j++) {
                x[j] ^= block[i * 16 + j];
            }
            salsa(x);
            // even blocks first, then the odd ones
            System.arraycopy(x, 0, spare, (i % 2 == 0 ? i / 2 : count / 2 + i / 2) * 16, 16);
        }
        System.arraycopy(spare, 0, block, 0, block.length);
    }

    private static void salsa(int[] block) {
        var x = block.clone();
        for (var round = 0; round < 4; round++) {
            quarter(x, 0, 4, 8, 12);
            quarter(x, 5, 9, 13, 1);
            quarter(x, 10, 14, 2, 6);
            quarter(x, 15, 3, 7, 11);
            quarter(x, 0, 1, 2, 3);
            quarter(x, 5, 6, 7, 4);
            quarter(x, 10, 11, 8, 9);
            quarter(x, 15, 12, 13, 14);
        }
        for (var i = 0; i < 16; i++) {
            block[i] += x[i];
        }
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }
}

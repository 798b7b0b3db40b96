package org.enlace.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A small sealed file, as it came from a browser. The server cannot open it; it can see that it is what it should be: the age format, one stanza, of the kind that
 * belongs there. Threat: a faulty browser sends a key as it is; it is refused here and never stored.
 */
public final class AgeFile {

    private static final int LONGEST = 8 * 1024;

    private final byte[] bytes;

    private AgeFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws org.enlace.Refused when it is not a file of this kind */
    public static AgeFile of(byte[] bytes, To to) {
        var header = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
        if (bytes.length > LONGEST || !to.header.matcher(header).find()) {
            throw KeysRefusal.NOT_SEALED.refused();
        }
        return new AgeFile(bytes.clone());
    }

    /** As {@link #of(byte[], To)}, from standard base64. */
    public static AgeFile parse(String base64, To to) {
        try {
            return of(Base64.getDecoder().decode(base64), to);
        } catch (IllegalArgumentException notBase64) {
            throw KeysRefusal.NOT_SEALED.refused();
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    static String base64(byte[] stored) {
        return Base64.getEncoder().encodeToString(stored);
    }

    /** What kind of recipient it is sealed to. */
    public enum To {
        /** An {@code age1…} recipient. */
        RECIPIENT("X25519 [A-Za-z0-9+/]{43}"),
        /** A passphrase; the work factor is the one of {@code exchange.md}, or one more. */
        PASSPHRASE("scrypt [A-Za-z0-9+/]{22} 1[78]");

        private final Pattern header;

        To(String stanza) {
            this.header = Pattern.compile(
                    "\\Aage-encryption\\.org/v1\n-> " + stanza + "\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n");
        }
    }
}

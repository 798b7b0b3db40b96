package org.enlace.keys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer key, sealed for one way to unlock it.
 *
 * @param credential the passkey's credential id, base64url; null for the other kinds
 * @param identity what opens a demo lock, which is no secret; null for the other kinds
 */
public record Lock(
        UUID id,
        Kind kind,
        AgeFile sealed,
        @Nullable String credential,
        @Nullable String identity) {

    /** When it was put on: an id of version 7 says so in its first 48 bits. */
    public Instant madeAt() {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** The ways to unlock. */
    public enum Kind {
        PASSKEY("passkey", AgeFile.To.RECIPIENT),
        PASSPHRASE("passphrase", AgeFile.To.PASSPHRASE),
        PAPER("paper", AgeFile.To.RECIPIENT),
        /** For the cast of the demo and nobody else. */
        DEMO("demo", AgeFile.To.RECIPIENT);

        private final String code;
        private final AgeFile.To to;

        Kind(String code, AgeFile.To to) {
            this.code = code;
            this.to = to;
        }

        /** The word in the JSON of {@code exchange.md}. */
        public String code() {
            return code;
        }

        /** What a lock of this kind is sealed to. */
        public AgeFile.To to() {
            return to;
        }
    }
}

package org.enlace.exchange;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a browser posts: an act as it was signed and, with the first act of a request, the request's key sealed to each of the two authorities.
 *
 * @param jws the bytes that were signed; they are kept as they came
 */
public record Submission(@Nullable String jws, @Nullable List<SealedKey> keys) {

    @Override
    public List<SealedKey> keys() {
        return keys == null ? List.of() : keys;
    }

    /** @param sealed base64 of the age file */
    public record SealedKey(String authority, int generation, String sealed) {

        private static final String FIRST_LINE = "age-encryption.org/v1\n";
        private static final int LONGEST = 4096;

        /** The age file; whether it opens, only the authority can tell. */
        byte[] bytes() {
            try {
                var bytes = Base64.getDecoder().decode(sealed);
                if (bytes.length <= LONGEST
                        && new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).startsWith(FIRST_LINE)) {
                    return bytes;
                }
            } catch (IllegalArgumentException notBase64) {
                throw ExchangeRefusal.WRONG_KEYS.refused();
            }
            throw ExchangeRefusal.WRONG_KEYS.refused();
        }
    }
}

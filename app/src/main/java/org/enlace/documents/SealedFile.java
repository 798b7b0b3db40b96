package org.enlace.documents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An age file as it is kept: in chunks of one mebibyte, the last one shorter.
 *
 * @param request the request it is meant for
 * @param authority the authority whose officer uploads it
 * @param size of the sealed bytes
 * @param sha256 of the sealed bytes, lowercase hexadecimal; null until complete
 * @param broughtAt when an act brought it to its request; null before
 */
public record SealedFile(
        UUID id,
        UUID request,
        String authority,
        long size,
        @Nullable String sha256,
        @Nullable Instant completedAt,
        @Nullable Instant broughtAt) {

    static final int CHUNK = 1 << 20;

    /** Every age file begins so. */
    static final String FIRST_LINE = "age-encryption.org/v1\n";

    private static final byte[] BEGINNING = FIRST_LINE.getBytes(StandardCharsets.US_ASCII);

    static boolean beginsLikeAge(byte[] bytes) {
        return bytes.length > BEGINNING.length
                && Arrays.equals(bytes, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length);
    }

    public boolean isComplete() {
        return completedAt != null;
    }

    int chunks() {
        return Math.toIntExact((size + CHUNK - 1) / CHUNK);
    }

    /** How many bytes the chunk of this number has. */
    int lengthOf(int number) {
        if (number < 0 || number >= chunks()) {
            throw DocumentsRefusal.CHUNK_DOES_NOT_FIT.refused(number, 0);
        }
        return number < chunks() - 1 ? CHUNK : (int) (size - (long) number * CHUNK);
    }

    void requireUnfinished() {
        if (isComplete()) {
            throw DocumentsRefusal.ALREADY_COMPLETE.refused();
        }
    }

    void requireUnbrought() {
        if (broughtAt != null) {
            throw DocumentsRefusal.ALREADY_BROUGHT.refused();
        }
    }
}

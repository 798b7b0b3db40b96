package org.enlace.retention;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an authority keeps a request whatever its period says.
 *
 * @param reference a file number of the authority's own, may be empty; nothing of the matter
 * @param by who put it there
 * @param lifting the proposal to lift it that waits for another officer, or null
 */
record Hold(
        UUID id,
        UUID request,
        Ground ground,
        String reference,
        UUID by,
        Instant at,
        @Nullable UUID lifting) {

    static final int LONGEST_REFERENCE = 60;

    /** Why it is kept. */
    enum Ground {
        /** Proceedings are pending in which it may be needed. */
        PROCEEDINGS,
        APPEAL,
        /** Somebody asks to see, correct or be compensated. */
        CLAIM,
        AUDIT,
        OTHER;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Ground> of(String code) {
            return Arrays.stream(values())
                    .filter(ground -> ground.code().equals(code))
                    .findFirst();
        }
    }
}

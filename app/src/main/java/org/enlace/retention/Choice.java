package org.enlace.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an authority chose.
 *
 * @param kind of request, or empty for all that have no choice of their own
 * @param period null where such requests are kept for ever
 * @param account who chose it
 */
record Choice(String kind, Instant since, @Nullable Period period, UUID account) {

    static final String ALL_KINDS = "";
}

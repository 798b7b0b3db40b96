package org.enlace.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of what happened.
 *
 * @param what the words {@code line.<what>}
 * @param there the zone of whoever acted
 * @param who the author's function and authority, or the host for what it confirms
 * @param coded what the act says that the host may see, as a sentence, or null
 * @param carried when it was signed and who brought it in, where it came in a carried file, or null
 * @param receipt what confirms it, or null
 */
record TimelineLine(
        String what,
        UUID act,
        Instant at,
        ZoneId there,
        String who,
        @Nullable String coded,
        @Nullable String carried,
        @Nullable ReceiptView receipt) {

    /**
     * A receipt as it is shown.
     *
     * @param index of the act in the custody log
     * @param generation of the key it was sealed to
     */
    record ReceiptView(String kind, Instant time, long index, int generation, String recipientKey) {}
}

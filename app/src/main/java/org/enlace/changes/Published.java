package org.enlace.changes;

import java.time.Instant;
import java.util.UUID;
import org.enlace.StateCode;

/**
 * An approved change of a public fact, as everybody may know it: what was done to which fact, on what grounds and when. Not who did it, not what they told each
 * other, and not the values: the fact itself is where it is shown.
 *
 * @param source what was read or heard, as {@code /sources} lists it
 * @param address where it can be read; may be empty
 * @param at when it was approved
 */
public record Published(
        UUID id,
        String kind,
        String subject,
        StateCode state,
        Doing doing,
        Change.Way way,
        String source,
        String address,
        Instant at) {

    /** What was done to the fact; the words are those of whoever tells it. */
    public enum Doing {
        ENTERED,
        CORRECTED,
        TAKEN_OUT
    }
}

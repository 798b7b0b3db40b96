package org.enlace.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request on the desk: nothing in it was sealed.
 *
 * @param outgoing whether the reader's authority is the requesting one
 * @param other the other state's code
 * @param instrument its id; empty where the request is made without a treaty
 * @param zone of the requested authority, in which days end
 * @param stage its code
 * @param extended whether an extension stands, which has a clock of its own
 * @param task what is waited for, its code, or null
 * @param due until when, or null
 * @param guaranteedUntil the end of the last day guaranteed, or null
 */
record DeskRow(
        UUID id,
        String reference,
        boolean outgoing,
        String other,
        ZoneId zone,
        String measure,
        String instrument,
        boolean urgent,
        boolean extension,
        String stage,
        boolean extended,
        Section section,
        @Nullable String task,
        @Nullable Instant due,
        @Nullable Instant guaranteedUntil,
        Instant lastAt) {

    /** The three parts of the desk. */
    enum Section {
        MINE,
        WAITING,
        QUIET;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}

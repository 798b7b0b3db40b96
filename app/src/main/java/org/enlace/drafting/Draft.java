package org.enlace.drafting;

import java.time.Instant;
import java.util.UUID;

/**
 * A request that an authority is writing. Only its officers can open it; the host keeps the bytes and counts the versions.
 *
 * @param id the id that the request will have when it is sent
 * @param form what is asked for, by the form's name: the host draws its pages
 * @param version counts the savings, from 1
 * @param savedBy name of the officer who saved it last, for the colleague who goes on
 */
record Draft(UUID id, String authority, String form, int version, Instant begunAt, Instant savedAt, String savedBy) {

    /** A form with everything in it is under a hundred kilobytes; attachments are not in here. */
    static final int LARGEST = 1 << 20;

    /** Every age file begins so: what is not sealed does not come in. */
    static final String FIRST_LINE = "age-encryption.org/v1\n";

    /** The sealed bytes as they were saved. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sealed(Draft draft, byte[] bytes) {}
}

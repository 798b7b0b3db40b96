package org.enlace.drafting;

import java.time.Instant;
import java.util.UUID;

/**
 * What officers of an authority typed into the form of an act and did not sign yet.
 *
 * @param form the kind of the act; where it is about another act, with that one's id behind
 * @param version another one with each saving, and never one that there was before
 * @param sealed the age file, which only the authority opens
 * @param since when the officer who saved it last began to write in it
 * @param savedBy name of that officer, for the colleague who looks at the same form
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record UnsignedAct(
        String form, long version, byte[] sealed, Instant since, Instant savedAt, String savedBy, UUID account) {}

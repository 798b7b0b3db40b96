package org.enlace.keys;

import java.time.Instant;
import java.util.UUID;
import org.enlace.ledger.Hash;
import org.enlace.ledger.VerifyingKey;
import org.jspecify.annotations.Nullable;

/**
 * One generation of an authority's key, as stated in the log.
 *
 * @param generation from 1; the highest is the current one
 * @param recipient {@code age1…}: what is sealed to the authority is sealed to this
 * @param paper the recipient of the recovery sheet that it is sealed to, or null
 * @param paperKey the key that the sheet signs with; present exactly when {@code paper} is
 * @param maker the officer who made it
 * @param statement digest of the statement
 */
public record AuthorityKey(
        String authority,
        int generation,
        String recipient,
        @Nullable String paper,
        @Nullable VerifyingKey paperKey,
        UUID maker,
        Hash statement,
        Instant madeAt) {}

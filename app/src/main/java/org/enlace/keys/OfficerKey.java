package org.enlace.keys;

import java.util.UUID;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;
import org.enlace.ledger.VerifyingKey;

/**
 * The public half of an officer's key, as stated in the log. An account has one for its life.
 *
 * @param statement digest of the statement
 * @param recipient {@code age1…}: what is sealed to the officer is sealed to this
 */
public record OfficerKey(UUID account, Hash statement, VerifyingKey key, String recipient) {

    /** Whether this officer signed it, and nobody altered it since. */
    public boolean signed(Jws jws) {
        return jws.isSignedBy(key);
    }
}

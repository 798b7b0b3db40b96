package org.enlace.access;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody is signed in on one browser.
 *
 * @param id names the session in pages; opens nothing
 * @param way how the person came in
 * @param address the network address it was begun from
 * @param browser what the browser said it is, shortened; for the person to recognise their own
 * @param expiresAt when it ends if it is not used again
 * @param endsAt when it ends however much it is used
 */
public record Session(
        UUID id,
        UUID account,
        Way way,
        String address,
        String browser,
        Instant madeAt,
        Instant seenAt,
        Instant expiresAt,
        Instant endsAt) {

    /** How somebody came in. The words are {@code way.<NAME>}. */
    public enum Way {
        PASSKEY,
        PASSPHRASE,
        ENROLMENT,
        RECOVERY,
        /** Only in the demo. */
        DEMO
    }

    static final int LONGEST = 200;

    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}

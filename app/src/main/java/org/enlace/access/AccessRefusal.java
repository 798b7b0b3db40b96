package org.enlace.access;

import org.enlace.Refusal;

/** Why somebody does not enter. The sentences tell a stranger nothing about who has an account here. */
public enum AccessRefusal implements Refusal {
    /** Unknown user, wrong code, used code, wrong signature, unknown passkey: one answer for all. */
    SIGN_IN_REFUSED(422), // not 403, which browser modules take for an old form key and try again
    /** For programs; people are led to the sign-in. */
    SIGNED_OUT(401),
    /** The page is from before a sign-in or sign-out in another tab, or the request was forged. */
    FORM_KEY_OLD(403),
    /** The argument is the number of minutes after which it makes sense to try again. */
    TOO_MANY_TRIES(429),
    /** Expired, withdrawn, used or never made: the same to whoever holds the link. */
    INVITATION_GONE(410),
    ALREADY_HERE(409),
    /** The last coordinator of a state or the last person of the secretariat: somebody has to follow first. */
    LAST_ONE(409),
    /** Whoever states that somebody left was let go at the same moment. */
    LEFT_MEANWHILE(409),
    /** The challenge was used, is too old, or was made for something else. */
    CHALLENGE_GONE(409),
    PASSKEY_REFUSED(422),
    CODE_WRONG(422),
    /** The same form was pressed before, and the first press has not ended. */
    STILL_AT_WORK(409),
    /** Nobody who answers for this person has said within half a year that they are still there. */
    UNCONFIRMED(403),
    /** A door for case systems, and no token in the header. */
    TOKEN_NEEDED(401),
    /** Unknown, expired, revoked, or of somebody who left: one answer for all. */
    TOKEN_REFUSED(401),
    /** The token reads and may not act. */
    TOKEN_ONLY_READS(403),
    /** The argument is the number of seconds after which to go on. */
    TOO_FAST(429);

    private final int status;

    AccessRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}

package org.enlace.enrolment;

import org.enlace.Refusal;

/** Why somebody does not come in, back or out this way. */
public enum EnrolmentRefusal implements Refusal {
    /** Whoever invites may not give this role, or not there. */
    NOT_YOURS_TO_INVITE(409),
    /** The operator named an authority or a state that we do not know, or a role that needs one without it. */
    UNKNOWN_PLACE(409),
    /** Expired, refused, completed, or never asked for. */
    RECOVERY_GONE(410),
    /** Nobody has confirmed it yet. */
    NOT_CONFIRMED(409),
    /** Was admitted to the authority's key: then a departure has to be stated. */
    HOLDS_A_KEY(409);

    private final int status;

    EnrolmentRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}

package org.enlace.keys;

import org.enlace.Refusal;

/** Why something about keys did not happen. */
public enum KeysRefusal implements Refusal {
    /** Not a statement or proof of the declared form. */
    UNREADABLE(422),
    /** Signed by another key than the one that must sign it, altered, or made for another site. */
    WRONG_SIGNATURE(422),
    /** Its time is more than five minutes from the server's. */
    CLOCK_APART(422),
    /** Not a small age file with one stanza of the kind that belongs there. */
    NOT_SEALED(422),
    /** Fewer than two ways to unlock, or none of them paper. */
    TOO_FEW_WAYS(409),
    ALREADY_FOUNDED(409),
    /** The authority's key has changed since the browser looked. */
    CHANGED_MEANWHILE(409),
    /** Not an officer who was admitted to the current generation, or who waits for it, as the act demands. */
    NOT_ADMITTED(409),
    /** Already admitted, or not yet enrolled. */
    NOT_WAITING(409),
    /** A new recovery sheet whose shares were not typed back yet. */
    NOT_REHEARSED(409),
    LAST_OFFICER(409),
    /** A colleague has to state the departure: who leaves must not make the next key. */
    OWN_DEPARTURE(409),
    /** The copies are not those of exactly the officers and generations concerned. */
    WRONG_COPIES(422),
    /** The log is late with an entry that a proof is asked of. */
    LOG_LATE(503);

    private final int status;

    KeysRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}

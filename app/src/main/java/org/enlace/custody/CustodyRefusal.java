package org.enlace.custody;

import org.enlace.Refusal;

/** Why a cosignature is not taken. */
enum CustodyRefusal implements Refusal {
    /** No checkpoint that this log's key signed. */
    NOT_OUR_CHECKPOINT(422),
    /** Cosigned by nobody whose key the operator put into the settings. */
    UNKNOWN_WITNESS(403),
    /** This log's key signed it and the log does not have it: put back, or forked. It was written down. */
    CONTRADICTS(409);

    private final int status;

    CustodyRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}

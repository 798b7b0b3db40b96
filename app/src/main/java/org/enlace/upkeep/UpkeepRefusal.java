package org.enlace.upkeep;

import org.enlace.Refusal;

enum UpkeepRefusal implements Refusal {
    /** The link was used, expired or never was. */
    LINK_GONE(410),
    /** The entry is no longer what the page showed. */
    ENTRY_CHANGED(409),
    /** Somebody was asked and can still answer. */
    ASKED_ALREADY(409),
    NO_MAIL_SERVER(409),
    NOBODY_TO_DRILL(409);

    private final int status;

    UpkeepRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}

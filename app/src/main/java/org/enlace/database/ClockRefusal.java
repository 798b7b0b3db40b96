package org.enlace.database;

import org.enlace.Refusal;

/** Why the database room says no. */
enum ClockRefusal implements Refusal {
    /** {0}: how many seconds. */
    CLOCKS_APART;

    @Override
    public int status() {
        return 503;
    }
}

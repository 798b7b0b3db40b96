package org.enlace.offline;

import java.util.Locale;

/** Why something that was opened may not leave, as the conditions have it under which it was given. */
enum Bar {
    RED,
    ONWARD,
    HANDLING,
    COURT,
    PURPOSE,
    LEAVE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

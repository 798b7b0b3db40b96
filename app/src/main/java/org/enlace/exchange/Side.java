package org.enlace.exchange;

import java.util.Locale;

/** The two sides of a request, by the words of the treaties. */
public enum Side {
    REQUESTING,
    REQUESTED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Side other() {
        return this == REQUESTING ? REQUESTED : REQUESTING;
    }
}

package org.enlace.exchange;

import java.util.Locale;

/** The two sides of a request, by the words of the treaties. */
public enum Side {
    REQUESTING,
    REQUESTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Side of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public Side other() {
        return this == REQUESTING ? REQUESTED : REQUESTING;
    }
}

package org.enlace.procedure;

import java.util.Locale;

/** The two sides of a request, by the words of the treaties. */
public enum Side {
    REQUESTING,
    REQUESTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its word; another word is a fault. */
    public static Side of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public Side other() {
        return this == REQUESTING ? REQUESTED : REQUESTING;
    }
}

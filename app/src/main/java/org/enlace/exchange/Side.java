package org.enlace.exchange;

/** The two sides of a request, by the words of the treaties. */
public enum Side {
    REQUESTING,
    REQUESTED;

    Side other() {
        return this == REQUESTING ? REQUESTED : REQUESTING;
    }
}

package org.enlace.ui;

/**
 * A sign of life of the work itself, not of the process: contributed by a room as a bean, read by {@code /health}.
 */
public interface Vital {

    /** A short name for programs, such as {@code notices}. */
    String name();

    /** Looks now. Must be quick, must not throw for what it watches, and says nothing secret: the page is public. */
    Finding look();

    /**
     * @param well whether the work goes on
     * @param seen what was seen, in a few words for the operator (English)
     */
    record Finding(boolean well, String seen) {}
}

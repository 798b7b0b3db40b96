package org.enlace.mandates;

/** What a mandate is on a day; never stored. The words are {@code status.<NAME>}. */
enum Status {
    /** Entered by one person, not yet approved by another. */
    PROPOSED("waiting"),
    /** Approved by another person; the term has not begun. */
    VERIFIED("plain"),
    ACTIVE("done"),
    /** In its term, but nobody has said for half a year that it is still so. */
    UNCONFIRMED("unconfirmed"),
    SUSPENDED("late"),
    ENDED("plain");

    private final String tag;

    Status(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }
}

package org.enlace.treaties;

/** How far a statement about the law was checked. */
public enum Mark {
    /** Compared with the text of the instrument. */
    VERIFIED,
    /** Stated by a secondary source; the text was not compared. */
    SECONDARY,
    /** A reading of ours that follows from the text; not its words. */
    READING,
    /** Believed right; never shown as law. */
    UNVERIFIED
}

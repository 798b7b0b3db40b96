package org.enlace.directory;

import org.enlace.Refusal;

/** What the resolver does not answer. */
public enum DirectoryRefusal implements Refusal {
    UNKNOWN_STATE,
    UNKNOWN_MEASURE,
    UNKNOWN_OFFENCE,
    UNKNOWN_URGENCY,
    SAME_STATE,
    INCOMPLETE_QUESTION;

    @Override
    public int status() {
        return 400;
    }
}

package org.enlace.directory;

import org.enlace.Refusal;

/** What the resolver does not answer, and what the directory does not do. */
public enum DirectoryRefusal implements Refusal {
    UNKNOWN_STATE,
    UNKNOWN_MEASURE,
    UNKNOWN_OFFENCE,
    UNKNOWN_URGENCY,
    SAME_STATE,
    INCOMPLETE_QUESTION,
    REASON_MISSING;

    @Override
    public int status() {
        return this == REASON_MISSING ? 409 : 400;
    }
}

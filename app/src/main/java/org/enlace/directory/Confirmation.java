package org.enlace.directory;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody entitled said that an entry is right as it stands.
 *
 * @param entry the id of an {@link Authority}, or the key of one of its designations
 * @param byName who said it, as they were called then; for the state and the secretariat, never for the public
 * @param expires the last day on which it can be relied on
 */
record Confirmation(String entry, Way way, String byName, Instant at, LocalDate expires) {

    /** The words are {@code confirmed.<NAME>}. */
    enum Way {
        COORDINATOR,
        /** An officer of the authority itself. */
        AUTHORITY,
        /** The state wrote it down, and the secretariat entered it. */
        NOTE_VERBALE,
        /** Whoever reads the authority's mailbox. */
        MAILBOX
    }
}

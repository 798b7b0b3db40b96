package org.enlace.changes;

import org.enlace.Refusal;

enum ChangesRefusal implements Refusal {
    /** Whoever proposed it decides on it. */
    SAME_PERSON,
    ALREADY_DECIDED,
    /** The fact is no longer what it was when the change was proposed. */
    CHANGED_MEANWHILE,
    /** It is so already. */
    NOTHING_CHANGES,
    REASON_MISSING,
    SOURCE_MISSING
}

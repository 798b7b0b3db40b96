package org.enlace.directory;

import org.enlace.Refusal;

/** What the directory does not do. */
enum DirectoryRefusal implements Refusal {
    REASON_MISSING,
    /** A field of another list that our form would not take. */
    FIELD_WRONG
}

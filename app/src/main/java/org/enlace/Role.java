package org.enlace;

/** What a person may be here. A role is granted within one state and, for officers, within one authority. */
public enum Role {
    /** Acts for one authority: writes, opens and answers requests. */
    OFFICER,
    /** Keeps one state's entries and confirms its people. */
    COORDINATOR,
    /** Keeps the shared records. Never sees the content of a request. */
    SECRETARIAT,
    /** Follows the shared work. Never sees that a request exists. */
    OBSERVER
}

package org.enlace.states;

/** How a state stands to the Organization of American States during a stretch of time. */
public enum Standing {
    TAKING_PART,
    /** A member whose right to take part is suspended for a time; it keeps its duties, and the Organization's own reports count it. */
    SUSPENDED,
    /** A member that has not taken part for decades (Cuba since 1962). */
    NOT_TAKING_PART,
    /** Whether it is a member is in dispute, and its seat is empty. */
    DISPUTED;

    /** Whether it is counted among the active members. */
    public boolean isActive() {
        return this == TAKING_PART || this == SUSPENDED;
    }
}

package org.enlace.procedure;

/** One side cannot accept the conditions that the other set. */
enum Dissent {
    /** Whoever set them has not said anything to it yet. */
    OPEN,
    /** They stand, or something was given under others instead. */
    ANSWERED
}

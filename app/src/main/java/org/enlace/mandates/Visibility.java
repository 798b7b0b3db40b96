package org.enlace.mandates;

/** Who may see a mandate besides those who keep it: the state's coordinators and the secretariat. The words are {@code visibility.<NAME>}. */
public enum Visibility {
    PUBLIC,
    /** Officers and coordinators of any state. */
    MEMBERS,
    /** Officers of an authority in the same network. */
    NETWORK,
    /** Nobody else. */
    SECRETARIAT
}

package org.enlace.systems;

import org.enlace.Refusal;

/** Why something about a case system did not happen. */
public enum SystemsRefusal implements Refusal {
    /** Only an officer who holds the authority's key can later admit the system; so only they connect one. */
    NOT_ADMITTED_YET,
    /** The system has stated another key: it has one for its life, as an officer has. */
    OTHER_KEY_STATED
}

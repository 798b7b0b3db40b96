package org.enlace.resolver;

import org.enlace.Refusal;

/** Questions that the resolver does not answer. */
enum ResolverRefusal implements Refusal {
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

package org.enlace.exchange;

import org.enlace.ledger.Decline;

/** The one ground of refusal that depends on what the requested state declared, not on the request. */
final class Ground {

    /** Only a state that reserved this may refuse for want of dual criminality. */
    static final String RESERVED_ARTICLE = "29(4)";

    private static final String DUAL_CRIMINALITY_RESERVED = "bud29.dual_criminality_reserved";

    private Ground() {}

    static boolean needsReservation(Decline decline) {
        return decline.ground().equals(DUAL_CRIMINALITY_RESERVED);
    }
}

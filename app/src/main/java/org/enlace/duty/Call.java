package org.enlace.duty;

import java.time.Instant;
import java.util.UUID;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A telephone call between two authorities that one of them wants to be sure of.
 *
 * @param code eight digits: said the same way in every language of the Americas, and on a bad line
 * @param side which side asked for the code
 * @param issuer the authority that asked for it
 * @param by the officer who asked for it, signed in
 * @param checker the authority whose officer types it
 * @param check null until it was typed
 */
record Call(
        UUID id,
        String code,
        Side side,
        String issuer,
        HandOver.Officer by,
        String checker,
        Instant at,
        Instant expires,
        @Nullable Check check) {

    /** The words are {@code side.<NAME>…}. */
    enum Side {
        /** "I am calling you": the caller asks for the code and says it. */
        CALLER,
        /** "You say you are of that authority": whoever is called asks for the code, and the caller types it. */
        CALLED
    }

    record Check(HandOver.Officer by, Instant at) {}

    boolean isVerified() {
        return check != null;
    }

    boolean isOpen(Instant now) {
        return check == null && now.isBefore(expires);
    }

    /** The code itself is for whoever asked for it, as long as it is good. */
    boolean showsCode(Viewer viewer, Instant now) {
        return isOpen(now) && by.account().equals(viewer.account());
    }

    boolean isIssuedBy(Viewer viewer) {
        return viewer.isOfficerOf(issuer);
    }

    /** Before it is verified, the other side must not learn that there is a code. */
    boolean isSeenBy(Viewer viewer) {
        return isIssuedBy(viewer) || (isVerified() && viewer.isOfficerOf(checker));
    }

    String other(Viewer viewer) {
        return isIssuedBy(viewer) ? checker : issuer;
    }

    /** "4821 9930", as it is said. */
    String spoken() {
        return code.substring(0, 4) + ' ' + code.substring(4);
    }
}

package org.enlace.exchange;

import java.util.UUID;
import org.enlace.StateCode;
import org.enlace.procedure.Request;

/**
 * A request of the own authority that a new one cites: to prolong what was preserved, or to follow it up.
 *
 * @param letsToThirdState whether the conditions of what was received let a follow-up go to another state than this one
 */
public record Earlier(
        UUID request,
        String reference,
        StateCode requestedState,
        String requestedAuthority,
        String measure,
        String form,
        boolean letsToThirdState) {

    static Earlier of(Request request) {
        return new Earlier(
                request.id(),
                request.reference(),
                request.requested().state(),
                request.requested().authority(),
                request.sending().measure(),
                request.sending().form(),
                request.mayFollowToThirdState());
    }
}

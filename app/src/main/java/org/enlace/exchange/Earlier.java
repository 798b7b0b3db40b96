package org.enlace.exchange;

import java.util.UUID;
import org.enlace.StateCode;

/** A request of the own authority that a new one cites: to prolong what was preserved, or to follow it up. */
public record Earlier(
        UUID request,
        String reference,
        StateCode requestedState,
        String requestedAuthority,
        String measure,
        String form) {

    static Earlier of(Request request) {
        return new Earlier(
                request.id(),
                request.reference(),
                request.requested().state(),
                request.requested().authority(),
                request.sending().measure(),
                request.sending().form());
    }
}

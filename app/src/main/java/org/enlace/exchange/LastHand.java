package org.enlace.exchange;

import java.util.Optional;
import java.util.UUID;

/** Who wrote what is about to be sent. The room that keeps drafts knows; this room only asks. */
public interface LastHand {

    /**
     * The account that last changed the draft of a request.
     *
     * @param request the request's id, which is the draft's
     * @param authority whose draft it is
     * @return nothing where there is no such draft
     */
    Optional<UUID> of(UUID request, String authority);
}

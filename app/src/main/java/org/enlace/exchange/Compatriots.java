package org.enlace.exchange;

import java.util.List;
import java.util.Set;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.procedure.Request;
import org.springframework.stereotype.Component;

/** Other authorities of a state that has a part in a request. One of them can be given the request with its key sealed to it; content is never sealed again. */
@Component
class Compatriots {

    private final Authorities authorities;
    private final SealedCopies copies;

    Compatriots(Authorities authorities, SealedCopies copies) {
        this.authorities = authorities;
        this.copies = copies;
    }

    /**
     * Keeps the key for it, within the transaction of the act.
     *
     * @param from the authority of that state which has the request now
     * @param to the id of the other one
     */
    Authority give(
            Request request,
            Request.Party from,
            String to,
            int generation,
            List<Submission.SealedKey> sealed,
            Viewer viewer) {
        var found = authorities
                .find(to, viewer)
                .filter(authority -> authority.state().equals(from.state()))
                .filter(authority -> !authority.id().equals(from.authority()))
                .orElseThrow(ExchangeRefusal.UNKNOWN_AUTHORITY::refused);
        copies.require(sealed, Set.of(found.id()), found.id(), generation);
        copies.keep(request.id(), sealed);
        return found;
    }
}

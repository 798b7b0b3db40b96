package org.enlace.procedure;

import java.time.Instant;
import java.util.Optional;

/** What the requesting side added unasked. It is news to the requested side, whose turn it does not become: nothing has to be done about it. */
public final class Addition {

    private Addition() {}

    /** When something was last added that the requested side has not acted after; nothing of what it reads with the request, which it has not opened yet. */
    public static Optional<Instant> unheeded(Request request) {
        if (!request.isOpened()) {
            return Optional.empty();
        }
        return request.facts().reversed().stream()
                .takeWhile(fact -> request.side(fact) == Side.REQUESTING)
                .filter(fact -> fact.kind() == Kind.ADD)
                .map(Fact::at)
                .findFirst();
    }
}

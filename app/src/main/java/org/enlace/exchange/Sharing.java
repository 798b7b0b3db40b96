package org.enlace.exchange;

import java.util.List;
import java.util.Set;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.ledger.Share;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A request is shared with another authority of the requesting state, with its key sealed to that one. Content is never sealed again. */
@Component
class Sharing {

    private final Authorities authorities;
    private final SealedCopies copies;
    private final JdbcClient jdbc;

    Sharing(Authorities authorities, SealedCopies copies, JdbcClient jdbc) {
        this.authorities = authorities;
        this.copies = copies;
        this.jdbc = jdbc;
    }

    /** The request with the act as its last fact, within the transaction of the act. */
    Request share(Request request, Fact fact, List<Submission.SealedKey> sealed, Viewer viewer) {
        var share = (Share) fact.act().coded();
        var from = request.requesting();
        var to = authorities
                .find(share.to(), viewer)
                .filter(authority -> authority.state().equals(from.state()))
                .filter(authority -> !authority.id().equals(from.authority()))
                .orElseThrow(ExchangeRefusal.UNKNOWN_AUTHORITY::refused);
        copies.require(sealed, Set.of(to.id()), to.id(), share.generation());
        copies.keep(request.id(), sealed);
        keep(request, to.id());
        return request.with(fact);
    }

    /** Beside the act, so that a desk finds what was shared with its authority by an index. */
    private void keep(Request request, String with) {
        jdbc.sql("insert into exchange.share values (:request, :authority, :number)")
                .param("request", request.id())
                .param("authority", with)
                .param("number", request.facts().size() + 1)
                .update();
    }
}

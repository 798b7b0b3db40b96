package org.enlace.exchange;

import java.util.List;
import org.enlace.Viewer;
import org.enlace.ledger.Share;
import org.enlace.procedure.Fact;
import org.enlace.procedure.Request;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A request is shared with another authority of the requesting state. */
@Component
class Sharing {

    private final Compatriots compatriots;
    private final JdbcClient jdbc;

    Sharing(Compatriots compatriots, JdbcClient jdbc) {
        this.compatriots = compatriots;
        this.jdbc = jdbc;
    }

    /** The request with the act as its last fact, within the transaction of the act. */
    Request share(Request request, Fact fact, List<Submission.SealedKey> sealed, Viewer viewer) {
        var share = (Share) fact.act().coded();
        var to = compatriots.give(request, request.requesting(), share.to(), share.generation(), sealed, viewer);
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

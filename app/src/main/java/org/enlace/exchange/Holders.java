package org.enlace.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.enlace.StateCode;
import org.enlace.procedure.Request;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** To whom requests went on from the authority they were sent to; written once. Without a viewer: whoever asks has found the request through theirs. */
@Component
class Holders {

    private final JdbcClient jdbc;

    Holders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All in order, beginning with the one it was sent to. */
    List<Request.Party> of(UUID request, Request.Party first) {
        var all = new ArrayList<Request.Party>();
        all.add(first);
        all.addAll(jdbc.sql("select authority, zone from exchange.transfer where request = :request order by number")
                .param("request", request)
                .query((row, index) -> party(row, first.state()))
                .list());
        return all;
    }

    /** Keeps the one that the last act of the request gave it to. */
    void keep(Request request) {
        jdbc.sql("insert into exchange.transfer values (:request, :number, :authority, :zone)")
                .param("request", request.id())
                .param("number", request.facts().size())
                .param("authority", request.requested().authority())
                .param("zone", request.requested().zone().getId())
                .update();
    }

    private static Request.Party party(ResultSet row, StateCode state) throws SQLException {
        return new Request.Party(row.getString("authority"), state, ZoneId.of(row.getString("zone")));
    }
}

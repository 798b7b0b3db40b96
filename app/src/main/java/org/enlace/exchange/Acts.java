package org.enlace.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.ledger.Act;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Request;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The acts as they are kept, written once. Without a viewer: whoever asks has found the request through theirs. */
@Component
class Acts {

    private static final String ROW =
            "select request, number, act, kind, jws, at, entry, carried_by from exchange.act ";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Acts(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    List<Kept> of(UUID request) {
        return jdbc.sql(ROW + "where request = :request order by number")
                .param("request", request)
                .query(Acts::kept)
                .list();
    }

    /** Those of them that whoever was given this request may see. */
    List<Kept> of(Request request) {
        return of(request.id()).stream().limit(request.facts().size()).toList();
    }

    Optional<Kept> find(Hash digest) {
        return jdbc.sql(ROW + "where digest = :digest")
                .param("digest", digest.hex())
                .query(Acts::kept)
                .optional();
    }

    Optional<Kept> find(UUID request, UUID act) {
        return jdbc.sql(ROW + "where request = :request and act = :act")
                .param("request", request)
                .param("act", act)
                .query(Acts::kept)
                .optional();
    }

    /** Keeps the last act of the request. */
    void keep(Request request, Jws jws, UUID entry) {
        Act act = request.last().act();
        jdbc.sql("""
                        insert into exchange.act values (:request, :number, :act, :kind, :authority, :account, :jws, :digest, :at, :entry, :carriedBy)
                        """)
                .param("request", request.id())
                .param("number", request.facts().size())
                .param("act", act.act())
                .param("kind", act.kind())
                .param("authority", act.authority())
                .param("account", act.account())
                .param("jws", jws.compact())
                .param("digest", jws.digest().hex())
                .param("at", request.last().at().atOffset(ZoneOffset.UTC))
                .param("entry", entry)
                .param("carriedBy", request.last().carriedBy())
                .update();
        events.publishEvent(ActTaken.of(request.last()));
    }

    private static Kept kept(ResultSet row, int index) throws SQLException {
        return new Kept(
                row.getObject("request", UUID.class),
                row.getInt("number"),
                row.getObject("act", UUID.class),
                Kind.of(row.getString("kind")),
                Jws.parse(row.getString("jws")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("entry", UUID.class),
                row.getObject("carried_by", UUID.class));
    }
}

package org.enlace.exchange;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.custody.Custody;
import org.enlace.ledger.Entry;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Receipt;
import org.enlace.procedure.Request;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The receipts that were issued. One for each act that has one, however often and by however many it was asked for at once. */
@Component
public class Receipts {

    private final JdbcClient jdbc;
    private final Standings standings;
    private final Custody custody;
    private final Clock clock;

    Receipts(JdbcClient jdbc, Standings standings, Custody custody, Clock clock) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.custody = custody;
        this.clock = clock;
    }

    /** In the order of their acts; of acts that whoever was given this request may see. */
    public List<Issued> of(Request request) {
        return jdbc.sql("""
                        select r.act, r.kind, r.jws, r.entry from exchange.receipt r
                        join exchange.act a on a.request = r.request and a.act = r.act
                        where r.request = :request and a.number <= :last order by a.number
                        """)
                .param("request", request.id())
                .param("last", request.facts().size())
                .query((row, index) -> new Issued(
                        row.getObject("act", UUID.class),
                        row.getString("kind"),
                        row.getString("jws"),
                        row.getObject("entry", UUID.class)))
                .list();
    }

    Optional<String> find(Kept kept) {
        return jdbc.sql("select jws from exchange.receipt where request = :request and act = :act")
                .param("request", kept.request())
                .param("act", kept.act())
                .query(String.class)
                .optional();
    }

    /** Keeps a receipt and enters it into the log, unless another one was faster; answers the one that is kept. */
    @Transactional
    public String keepFirst(Kept kept, Receipt.Kind kind, Jws jws) {
        standings.lock(kept.request());
        return find(kept).orElseGet(() -> keep(kept, kind, jws));
    }

    /** Acts that should have a receipt and have none, oldest first: what a crash or a late log left behind. */
    List<Missing> missing(int most) {
        return jdbc.sql("""
                        select a.request, a.act from exchange.act a
                        where (a.kind in ('send', 'open', 'take-in-charge', 'transfer', 'result')
                               or (a.kind = 'withdraw'
                                   and not exists (select 1 from exchange.act o
                                                   where o.request = a.request and o.kind = 'open')))
                          and not exists (select 1 from exchange.receipt r where r.request = a.request and r.act = a.act)
                        order by a.entry limit :most
                        """)
                .param("most", most)
                .query((row, index) ->
                        new Missing(row.getObject("request", UUID.class), row.getObject("act", UUID.class)))
                .list();
    }

    private String keep(Kept kept, Receipt.Kind kind, Jws jws) {
        jdbc.sql("insert into exchange.receipt values (:request, :act, :kind, :jws, :at, :entry)")
                .param("request", kept.request())
                .param("act", kept.act())
                .param("kind", kind.code())
                .param("jws", jws.compact())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("entry", custody.append(Entry.Kind.RECEIPT, null, jws.digest()))
                .update();
        return jws.compact();
    }

    /** @param entry its entry in the custody log */
    public record Issued(UUID act, String kind, String jws, UUID entry) {}

    /** An act without the receipt it should have. */
    record Missing(UUID request, UUID act) {}
}

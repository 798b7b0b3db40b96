package org.enlace.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.ledger.Send;
import org.enlace.procedure.Continuation;
import org.enlace.procedure.Fact;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Request;
import org.enlace.procedure.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests. Officers of the two authorities, and of those that it was shared with, find a request; for everybody else, the secretariat included, it does not exist. */
@Component
public class Requests {

    /** The preservations of the same data: a request and what extends it or is extended by it. */
    private static final String LINE = """
            select cast(:id as uuid) as id
            union
            select next.id from line join exchange.request o on o.id = line.id cross join lateral (
                select o.earlier as id where o.status = 'extension'
                union all
                select e.id from exchange.request e where e.earlier = o.id and e.status = 'extension') next
            """;

    private final JdbcClient jdbc;
    private final Acts acts;
    private final Holders holders;
    private final Standings standings;
    private final Provisions provisions;

    Requests(JdbcClient jdbc, Acts acts, Holders holders, Standings standings, Provisions provisions) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.holders = holders;
        this.standings = standings;
        this.provisions = provisions;
    }

    /** The request as far as the viewer's authority may see it; for everybody else there is none. */
    public Request require(UUID id, Viewer viewer) {
        return find(id).orElseThrow(Refused::absent).asSeenBy(viewer);
    }

    /** The same, held until the transaction ends: acts on one request are taken one after the other. */
    Request requireLocked(UUID id, Viewer viewer) {
        standings.lock(id);
        return require(id, viewer);
    }

    /** Without a viewer: for receipts and notices, which are made for both sides when nobody is looking. */
    Optional<Request> find(UUID id) {
        // One query after the other, never one within the other: that would take two connections at once, and a crowd
        // would wait for itself.
        var row = jdbc.sql("with recursive line as (" + LINE + """
                        )
                        select r.*,
                            exists (select 1 from exchange.request e join exchange.standing s on s.request = e.id
                                    where e.earlier = r.id and e.status = 'extension' and s.guaranteed_until is null
                                      and s.stage not in ('declined', 'withdrawn', 'closed')) as asked,
                            exists (select 1 from exchange.request e join exchange.standing s on s.request = e.id
                                    where e.earlier = r.id and e.status = 'extension' and s.guaranteed_until is not null
                                      and s.stage not in ('declined', 'withdrawn')) as prolonged,
                            exists (select 1 from line join exchange.request f on f.earlier = line.id join exchange.standing s on s.request = f.id
                                    where f.status = 'follow-up' and f.requested_state = r.requested_state
                                      and f.form || ' ' || f.measure in (:disclosures)
                                      and s.stage not in ('declined', 'withdrawn')) as followed
                        from exchange.request r where r.id = :id
                        """)
                .param("id", id)
                .param("disclosures", provisions.disclosures())
                .query(Requests::row)
                .optional();
        return row.map(found -> found.with(holders.of(id, found.sentTo()), acts.of(id), provisions.acts(found.form())));
    }

    /** The preservations whose data a request is about that continues another, the youngest first: acts on several of them wait for each other in that order only. */
    List<UUID> continued(Request continuing) {
        var earlier = continuing.sending().earlier();
        if (earlier == null) {
            return List.of();
        }
        if (continuing.sending().status() == Send.Status.EXTENSION) {
            return List.of(earlier);
        }
        return jdbc.sql("with recursive line as (" + LINE + ") select r.id from line join exchange.request r using (id)"
                        + " order by r.sent_at desc, r.id desc")
                .param("id", earlier)
                .query((row, index) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Those that the viewer's authority has or had a part in, sent in a year of their references, oldest first. */
    List<UUID> ofYear(int year, Viewer viewer) {
        return jdbc.sql("""
                        select r.id from exchange.request r
                        where split_part(r.reference, '-', 2) = :year
                          and (r.requesting_authority = :me
                               or exists (select 1 from exchange.standing s where s.request = r.id and s.requested_authority = :me)
                               or exists (select 1 from exchange.share h where h.request = r.id and h.authority = :me)
                               or exists (select 1 from exchange.act a where a.request = r.id and a.kind = 'transfer' and a.authority = :me))
                        order by r.sent_at, r.id
                        """)
                .param("year", Integer.toString(year))
                .param("me", viewer.requireAuthority())
                .query((row, index) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Whether the viewer's authority sent a request of this id. */
    public boolean isSentBy(UUID id, Viewer viewer) {
        return jdbc.sql(
                        "select exists (select 1 from exchange.request where id = :id and requesting_authority = :authority)")
                .param("id", id)
                .param("authority", viewer.requireAuthority())
                .query(Boolean.class)
                .single();
    }

    /** Whether this authority ever sent anything to that state. */
    public boolean hasAsked(String authority, StateCode state) {
        return jdbc.sql(
                        "select exists (select 1 from exchange.request where requesting_authority = :authority and requested_state = :state)")
                .param("authority", authority)
                .param("state", state.iso3())
                .query(Boolean.class)
                .single();
    }

    /** The request, if the viewer's authority sent it, or has it shared with it, and it is preserved: only then can it be prolonged. */
    public Optional<Earlier> extendable(UUID id, Viewer viewer) {
        return find(id).filter(request -> request.mayBeContinuedBy(viewer))
                .filter(request -> request.standing().stage() == Stage.PRESERVED)
                .map(Earlier::of);
    }

    /** The request, if the viewer's authority sent it, or has it shared with it, and it was not taken back: what follows it may go to another authority, and begins with what was written there. */
    public Optional<Earlier> followable(UUID id, Viewer viewer) {
        return find(id).filter(request -> request.mayBeContinuedBy(viewer))
                .filter(request -> !List.of(Stage.WITHDRAWN, Stage.COMMENTING)
                        .contains(request.standing().stage()))
                .map(Earlier::of);
    }

    /** The request, if the viewer's own authority sent it and took it back: it is written again with the same answers, under other conditions perhaps. What continued another one is begun from that one. */
    public Optional<Earlier> repeatable(UUID id, Viewer viewer) {
        return find(id).filter(
                        request -> viewer.isOfficerOf(request.requesting().authority()))
                .filter(request -> request.standing().stage() == Stage.WITHDRAWN
                        && request.sending().status() == Send.Status.NEW)
                .map(Earlier::of);
    }

    /** The chain that a request belongs to, itself among them, in the order in which they were sent; of the others those in which the viewer's authority has a part. */
    public List<Linked> chain(Request request, Viewer viewer) {
        return jdbc.sql("""
                        with recursive before as (
                            select id, earlier from exchange.request where id = :id
                            union select r.id, r.earlier from exchange.request r join before b on r.id = b.earlier
                        ), chain as (
                            select id from before where earlier is null
                            union select r.id from exchange.request r join chain c on r.earlier = c.id
                        )
                        select r.id, r.reference, r.measure, r.requested_state, r.status, r.earlier, s.requested_zone, s.stage, s.guaranteed_until
                        from chain join exchange.request r using (id) join exchange.standing s on s.request = r.id
                        where r.id = :id or :me in (s.requesting_authority, s.requested_authority)
                           or exists (select 1 from exchange.share h where h.request = r.id and h.authority = :me)
                        order by r.sent_at
                        """)
                .param("id", request.id())
                .param("me", viewer.requireAuthority())
                .query(Requests::linked)
                .list();
    }

    /** A request that begins with this fact; nothing is kept yet. */
    Request begun(String reference, Request.Party requesting, Request.Party requested, Fact send) {
        var admitted = provisions.acts(((Send) send.act().coded()).form());
        return new Request(
                send.act().request(),
                reference,
                requesting,
                List.of(requested),
                List.of(send),
                admitted,
                Continuation.NONE);
    }

    void add(Request request) {
        var sending = request.sending();
        jdbc.sql("""
                        insert into exchange.request values (:id, :reference, :requestingAuthority, :requestingState, :requestingZone,
                            :requestedAuthority, :requestedState, :requestedZone, :measure, :instrument, :urgent, :form, :earlier, :sentAt, :status)
                        """)
                .param("id", request.id())
                .param("reference", request.reference())
                .param("requestingAuthority", request.requesting().authority())
                .param("requestingState", request.requesting().state().iso3())
                .param("requestingZone", request.requesting().zone().getId())
                .param("requestedAuthority", request.requested().authority())
                .param("requestedState", request.requested().state().iso3())
                .param("requestedZone", request.requested().zone().getId())
                .param("measure", sending.measure())
                .param("instrument", sending.instrument())
                .param("urgent", sending.urgent())
                .param("form", sending.form())
                .param("earlier", sending.earlier())
                .param("status", sending.status().code())
                .param("sentAt", request.sentAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The next reference of a state in a year, given in the transaction that uses it, so that there is no gap. */
    String nextReference(StateCode state, int year) {
        var number = jdbc.sql("""
                        insert into exchange.numbering values (:state, :year, 1)
                        on conflict (state, year) do update set last = numbering.last + 1
                        returning last
                        """)
                .param("state", state.iso3())
                .param("year", year)
                .query(Integer.class)
                .single();
        return "%s-%04d-%04d".formatted(state.iso3(), year, number);
    }

    private static Linked linked(ResultSet row, int index) throws SQLException {
        var end = row.getObject("guaranteed_until", OffsetDateTime.class);
        var zone = ZoneId.of(row.getString("requested_zone"));
        return new Linked(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("measure"),
                new StateCode(row.getString("requested_state")),
                row.getString("status").equals(Send.Status.EXTENSION.code()),
                row.getObject("earlier", UUID.class),
                Stage.of(row.getString("stage")),
                // kept as the first moment after it
                end == null
                        ? null
                        : end.toInstant().atZone(zone).minusSeconds(1).toLocalDate());
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                party(row, "requesting"),
                party(row, "requested"),
                row.getString("form"),
                new Continuation(row.getBoolean("asked"), row.getBoolean("prolonged"), row.getBoolean("followed")));
    }

    private static Request.Party party(ResultSet row, String side) throws SQLException {
        return new Request.Party(
                row.getString(side + "_authority"),
                new StateCode(row.getString(side + "_state")),
                ZoneId.of(row.getString(side + "_zone")));
    }

    /** A request without its acts. */
    private record Row(
            UUID id,
            String reference,
            Request.Party requesting,
            Request.Party sentTo,
            String form,
            Continuation continuation) {

        Request with(List<Request.Party> holders, List<Kept> acts, Set<Kind> admitted) {
            var facts = acts.stream().map(Kept::fact).toList();
            return new Request(id, reference, requesting, holders, facts, admitted, continuation);
        }
    }
}

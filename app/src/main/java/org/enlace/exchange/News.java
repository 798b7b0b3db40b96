package org.enlace.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.Viewer;
import org.enlace.procedure.Fact;
import org.enlace.procedure.Request;
import org.enlace.procedure.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was done on the requests of one authority since a place of the log, for programs that keep up with it. The place is an index of the custody log: it is given
 * once, one after the other, and only after the commit, so nothing can appear behind a reader who has passed it.
 */
@Component
class News {

    static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Turns turns;
    private final Clock clock;

    News(JdbcClient jdbc, Requests requests, Turns turns, Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * @param since the cursor of the answer before, 0 at first
     * @param most at most so many acts, up to {@link #LONGEST}
     */
    Since since(long since, int most, Viewer viewer) {
        var limit = Math.clamp(most, 1, LONGEST);
        var entered = entered(since, limit + 1, viewer);
        var page = entered.subList(0, Math.min(limit, entered.size()));
        var concerned = new LinkedHashMap<UUID, Request>();
        page.forEach(each -> concerned.computeIfAbsent(each.request(), id -> requests.require(id, viewer)));
        var acts = page.stream()
                .flatMap(each -> happened(each, concerned.get(each.request()), viewer))
                .toList();
        var next = page.isEmpty() ? since : page.getLast().index() + 1;
        return new Since(
                next,
                entered.size() > limit,
                acts,
                concerned.values().stream()
                        .map(request -> brief(request, viewer))
                        .toList());
    }

    /** Nothing, for what the viewer's authority does not see since it transferred the request. */
    private static Stream<Happened> happened(Entered entered, @Nullable Request request, Viewer viewer) {
        return request == null
                ? Stream.of()
                : request.facts().stream()
                        .filter(fact -> fact.act().act().equals(entered.act()))
                        .map(fact -> Happened.of(entered.index(), fact, request, viewer));
    }

    /** One request as it stands. */
    Brief of(UUID request, Viewer viewer) {
        return brief(requests.require(request, viewer), viewer);
    }

    private Brief brief(Request request, Viewer viewer) {
        var sending = request.sending();
        var turn = turns.of(request, clock.instant());
        return new Brief(
                request.id(),
                request.reference(),
                viewer.isOfficerOf(request.requesting().authority()),
                request.isSharedWith(viewer),
                Party.of(request.requesting()),
                Party.of(request.requested()),
                sending.measure(),
                sending.instrument(),
                sending.urgent() ? "urgent" : "ordinary",
                sending.status().code(),
                sending.earlier(),
                sending.form(),
                request.sentAt(),
                request.standing().stage().code(),
                turn == null ? null : Waited.of(turn, request.party(turn.side()), viewer),
                request.standing().until());
    }

    /** Candidates by authority, so that the log need not be read through; whether they may be seen is for {@link Requests} to say. */
    private List<Entered> entered(long since, int limit, Viewer viewer) {
        return jdbc.sql("""
                        select l.index, a.request, a.act
                        from custody.leaf l join exchange.act a on a.entry = l.entry
                             join exchange.standing s on s.request = a.request
                             join exchange.request r on r.id = a.request
                        where l.index >= :since
                          and (s.requesting_authority = :me or s.requested_authority = :me or r.requested_authority = :me
                               or exists (select 1 from exchange.transfer t where t.request = a.request and t.authority = :me)
                               or exists (select 1 from exchange.share h where h.request = a.request and h.authority = :me))
                        order by l.index limit :limit
                        """)
                .param("since", since)
                .param("me", viewer.requireAuthority())
                .param("limit", limit)
                .query((row, index) -> new Entered(
                        row.getLong("index"), row.getObject("request", UUID.class), row.getObject("act", UUID.class)))
                .list();
    }

    private record Entered(long index, UUID request, UUID act) {}

    /**
     * @param cursor what to ask from next time
     * @param more whether there is more right now
     * @param acts in the order of the log; what an authority may not see any more, after a transfer, is not among them
     * @param requests those that the acts are on, as they stand now
     */
    record Since(long cursor, boolean more, List<Happened> acts, List<Brief> requests) {}

    /**
     * @param index of the act's entry in the log
     * @param own whether the reader's authority did it
     */
    record Happened(
            long index,
            Instant at,
            UUID request,
            String reference,
            UUID act,
            String kind,
            String authority,
            boolean own) {

        static Happened of(long index, Fact fact, Request request, Viewer viewer) {
            var act = fact.act();
            return new Happened(
                    index,
                    fact.at(),
                    request.id(),
                    request.reference(),
                    act.act(),
                    fact.kind().code(),
                    act.authority(),
                    viewer.isOfficerOf(act.authority()));
        }
    }

    record Party(String authority, String state) {

        static Party of(Request.Party party) {
            return new Party(party.authority(), party.state().iso3());
        }
    }

    /**
     * What is waited for.
     *
     * @param mine whether the reader's authority is waited for
     * @param due the last moment, or null where no period runs
     */
    record Waited(boolean mine, String task, @Nullable Instant due) {

        static Waited of(Turn turn, Request.Party party, Viewer viewer) {
            return new Waited(viewer.isOfficerOf(party.authority()), turn.task().code(), turn.due());
        }
    }

    /**
     * What the host can see of a request: nothing in it was sealed.
     *
     * @param outgoing whether the reader's authority sent it
     * @param shared whether the requesting authority shared it with the reader's, which may read and continue it and signs nothing on it
     * @param instrument its id, or null without a treaty
     * @param earlier the request that it continues, or null
     * @param turn null while nothing is waited for
     * @param guaranteedUntil the last day guaranteed, in the requested authority's zone, or null
     */
    record Brief(
            UUID request,
            String reference,
            boolean outgoing,
            boolean shared,
            Party requesting,
            Party requested,
            String measure,
            @Nullable String instrument,
            String urgency,
            String status,
            @Nullable UUID earlier,
            String form,
            Instant sentAt,
            String stage,
            @Nullable Waited turn,
            @Nullable LocalDate guaranteedUntil) {}
}

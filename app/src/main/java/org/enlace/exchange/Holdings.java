package org.enlace.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.documents.GivingUp;
import org.enlace.exchange.Holding.Obstacle;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What authorities keep of requests, and how one gives it up. Of the other side's copies nothing is said, and nothing is done to them. */
@Component
public class Holdings {

    /**
     * A chain is a tree of requests of one requesting state; most requests stand alone and are not in it. Of a chain counts what the authority has a part in, or has shared with it. One that
     * handed a request on sees nothing of what became of it: for it only its own files are open. Crosses into {@code documents} for files on their way.
     */
    private static final String HELD = """
            with recursive %s matter as (
                select r.id, r.id as root from exchange.request r
                where r.earlier is null and exists (select 1 from exchange.request n where n.earlier = r.id) %s
                union all
                select n.id, m.root from exchange.request n join matter m on n.earlier = m.id
            ), standing as not materialized (
                select s.*, s.stage not in ('declined', 'withdrawn', 'lapsed', 'closed') as not_over,
                       coalesce(s.guaranteed_until > :now, false) as guaranteed,
                       h.request is not null as shared,
                       h.request is null and :me not in (s.requesting_authority, s.requested_authority) as handed
                from exchange.standing s left join exchange.share h on h.request = s.request and h.authority = :me
            ), whole as (
                select m.root, max(s.last_at) as last_at, count(*) filter (where s.not_over or s.turn is not null or s.guaranteed) as open
                from matter m join standing s on s.request = m.id where not s.handed group by m.root
            )
            select r.id, r.reference, r.form, (r.requesting_authority = :me or s.shared) as outgoing,
                   case when r.requesting_authority = :me or s.shared then r.requested_state else r.requesting_state end as other,
                   case when r.requesting_authority = :me or s.shared then r.requesting_zone else r.requested_zone end as zone,
                   case when s.handed then 'transferred' else s.stage end as stage,
                   case when s.handed then (select max(a.at) from exchange.act a
                                            where a.request = r.id and a.kind = 'transfer' and a.authority = :me)
                        else greatest(s.last_at, w.last_at) end as last_at,
                   not s.handed and s.not_over as not_over,
                   not s.handed and not s.not_over and s.turn is not null as awaited,
                   not s.handed and s.unreceived as unreceived,
                   not s.handed and s.guaranteed as guaranteed,
                   exists (select 1 from documents.sealed_file f
                           where f.request = r.id and f.authority = :me and f.completed_at is null) as uploading,
                   not s.handed and coalesce(w.open, 0) > case when s.not_over or s.turn is not null or s.guaranteed then 1 else 0 end as matter_open
            from exchange.request_key k
            join exchange.request r on r.id = k.request
            join standing s on s.request = k.request
            left join matter m on m.id = r.id
            left join whole w on w.root = m.root
            where k.authority = :me
            """;

    private static final String ALL = HELD.formatted("", "");

    /** Of some requests only the chains that these are in are gone through. */
    private static final String SOME = HELD.formatted("""
                    wanted as (
                        select r.id, r.earlier from exchange.request r where r.id in (:requests)
                        union
                        select e.id, e.earlier from exchange.request e join wanted w on e.id = w.earlier
                    ),""", "and r.id in (select id from wanted)");

    private final JdbcClient jdbc;
    private final Standings standings;
    private final RequestKeys keys;
    private final GivingUp files;
    private final ApplicationEventPublisher events;

    Holdings(JdbcClient jdbc, Standings standings, RequestKeys keys, GivingUp files, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.keys = keys;
        this.files = files;
        this.events = events;
    }

    /** All that an authority keeps, the longest quiet first. Without a viewer: notices are made when nobody is looking. */
    public List<Holding> of(String authority, Instant now) {
        return jdbc.sql(ALL + "order by last_at, r.id")
                .param("me", authority)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Holdings::holding)
                .list();
    }

    /** Of these requests those that the authority keeps. */
    public List<Holding> of(List<UUID> requests, String authority, Instant now) {
        return requests.isEmpty()
                ? List.of()
                : jdbc.sql(SOME + "and r.id in (:requests) order by last_at, r.id")
                        .param("requests", requests)
                        .param("me", authority)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query(Holdings::holding)
                        .list();
    }

    /** Until the end of the transaction nobody acts on them. In one order, so that two who do this at once do not wait for each other for ever. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(List<UUID> requests) {
        requests.stream().sorted().forEach(standings::lock);
    }

    /** Whether the viewer's authority keeps a copy of the key. One that had none to begin with keeps none. */
    public boolean isKept(UUID request, Viewer viewer) {
        return keys.find(request, viewer.requireAuthority()).isPresent();
    }

    /**
     * The authority's copy of the key is destroyed, its way to the sealed files, and what it half wrote; the sealed bytes go when no authority keeps a copy any more. Acts, receipts, hashes
     * and entries of the log stay. The caller has {@link #lock locked} it, and looked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveUp(UUID request, String authority) {
        keys.remove(request, authority);
        files.giveUp(request, authority);
        events.publishEvent(new GivenUp(request, authority));
        if (!keys.isKeptByAnybody(request)) {
            files.destroy(request);
        }
    }

    private static Holding holding(ResultSet row, int index) throws SQLException {
        var obstacles = EnumSet.noneOf(Obstacle.class);
        for (var obstacle : Obstacle.values()) {
            if (row.getBoolean(obstacle.name().toLowerCase(Locale.ROOT))) {
                obstacles.add(obstacle);
            }
        }
        return new Holding(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("form"),
                row.getBoolean("outgoing"),
                new StateCode(row.getString("other")),
                ZoneId.of(row.getString("zone")),
                row.getString("stage"),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                obstacles);
    }
}

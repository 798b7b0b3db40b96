package org.enlace.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.ledger.Act;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.Signed;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What runs, of everybody: for reminders, which go out when nobody is looking. Nothing in it was sealed. */
@Component
public class Outstanding {

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Clock clock;

    Outstanding(JdbcClient jdbc, Requests requests, Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.clock = clock;
    }

    /** An authority on one side of a request; in its zone its days begin and end. */
    public record Party(String authority, StateCode state, ZoneId zone) {}

    /**
     * A request, as far as a reminder may name it.
     *
     * @param sharedWith the ids of the authorities of the requesting state that may continue it
     * @param turn who is waited for, or null where the guarantee itself is what runs
     * @param extensionAsked whether an extension was asked for and is not granted
     */
    public record Item(
            UUID request,
            String reference,
            boolean urgent,
            Party requesting,
            Party requested,
            List<String> sharedWith,
            @Nullable Side turn,
            boolean extensionAsked,
            Cause cause) {}

    /** The act that is waited on: the one from which the time for taking in charge runs, the one that gave the guarantee, or the last one before a date passed. */
    public record Cause(UUID act, Hash digest) {}

    /**
     * Nobody has taken it in charge in time.
     *
     * @param sent when it went out
     * @param due by when it should have been in charge; passed
     * @param opened when somebody there last opened it, or null while nobody has
     */
    public record Unacknowledged(
            Item item, Instant sent, Instant due, @Nullable Instant opened) {}

    /**
     * Preserved data, and nobody has decided yet what comes next.
     *
     * @param from when preservation took effect
     * @param until the first moment after the last day guaranteed; may have passed
     */
    public record Guarantee(Item item, Instant from, Instant until) {}

    /**
     * What was promised, asked for by a day, or set by a period of the profile, and did not come.
     *
     * @param due when it should have come
     * @param lastAct when anything was last done to the request, but for a question about its progress and for what was added, which wait for the other side themselves
     */
    public record Overdue(Item item, Instant due, Instant lastAct) {}

    /**
     * The zone in which the duty lies: the requested authority's.
     *
     * @throws org.enlace.Refused if the viewer's authority is no party to the request
     */
    public ZoneId zone(UUID request, Viewer viewer) {
        var found = requests.require(request, viewer);
        if (!found.isHeldBy(viewer)) {
            throw Refused.absent(); // it has transferred it, and with it what is outstanding
        }
        return found.requested().zone();
    }

    /** Requests that should be in charge by now and are not. Those more than this old are left to people. */
    public List<Unacknowledged> unacknowledged(Duration oldest) {
        return of("""
                        where s.task in ('open', 'take-in-charge') and s.due <= :now and s.due > :oldest
                        """, oldest, List.of(Kind.SEND, Kind.ANSWER, Kind.TRANSFER))
                .query((row, index) -> new Unacknowledged(
                        item(row), instant(row, "sent_at"), instant(row, "due"), momentOrNull(row, "opened")))
                .list();
    }

    /** What is preserved without a decision on what follows, ended or ending; ended at most this long ago. */
    public List<Guarantee> undecided(Duration oldest) {
        return of("""
                        where s.stage = 'preserved' and not s.extended and s.guaranteed_until > :oldest
                        """, oldest, List.of(Kind.PRESERVE))
                .query((row, index) ->
                        new Guarantee(item(row), from(row.getString("cause_jws")), instant(row, "guaranteed_until")))
                .list();
    }

    /**
     * What waits for an act whose day has passed, whoever is to do it, and what was asked about progress and not answered, also while something else is late; taking in
     * charge has its own ladder. Passed at most this long ago.
     */
    public List<Overdue> overdue(Duration oldest) {
        var late = of("""
                        where s.task in ('execute', 'result', 'answer', 'grant-use', 'receive', 'destroy', 'decide', 'send-again', 'give-again') and s.due <= :now and s.due > :oldest
                        """, oldest, List.of(Kind.values()))
                .query((row, index) -> new Overdue(item(row), instant(row, "due"), instant(row, "moved_at")));
        var unanswered = of("""
                        where s.enquiry_due <= :now and s.enquiry_due > :oldest
                        """, oldest, List.of(Kind.ENQUIRE))
                .query((row, index) ->
                        new Overdue(item(row), instant(row, "enquiry_due"), instant(row, "enquired_at")));
        return Stream.concat(late.list().stream(), unanswered.list().stream()).toList();
    }

    private static Instant from(String jws) {
        if (Signed.of(Jws.parse(jws)) instanceof Act act && act.coded() instanceof Preserve preserve) {
            return preserve.from();
        }
        throw new IllegalStateException("kept as an act of preservation, though it is none");
    }

    private JdbcClient.StatementSpec of(String where, Duration oldest, List<Kind> causes) {
        var now = clock.instant();
        return jdbc.sql("""
                        select r.*, s.requested_authority as asked_now, s.requested_zone as zone_now, s.due, s.guaranteed_until, s.turn, s.extension_asked, s.enquired_at, s.enquiry_due,
                               array(select h.authority from exchange.share h where h.request = r.id order by h.number) as shared_with,
                               case when s.last_act in ('enquire', 'add')
                                    then (select max(a.at) from exchange.act a where a.request = r.id and a.kind not in ('enquire', 'add'))
                                    else s.last_at end as moved_at,
                               cause.act as cause_act, cause.digest as cause_digest, cause.jws as cause_jws,
                               case when s.task = 'take-in-charge'
                                    then (select max(a.at) from exchange.act a where a.request = r.id and a.kind = 'open') end as opened
                        from exchange.request r join exchange.standing s on s.request = r.id
                        cross join lateral (
                            select a.act, a.digest, a.jws from exchange.act a where a.request = r.id and a.kind in (:causes)
                            order by a.number desc limit 1) cause
                        """ + where + " order by r.sent_at")
                .param("causes", causes.stream().map(Kind::code).toList())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("oldest", now.minus(oldest).atOffset(ZoneOffset.UTC));
    }

    private static Item item(ResultSet row) throws SQLException {
        var turn = row.getString("turn");
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getBoolean("urgent"),
                new Party(
                        row.getString("requesting_authority"),
                        new StateCode(row.getString("requesting_state")),
                        ZoneId.of(row.getString("requesting_zone"))),
                new Party(
                        row.getString("asked_now"),
                        new StateCode(row.getString("requested_state")),
                        ZoneId.of(row.getString("zone_now"))),
                List.of((String[]) row.getArray("shared_with").getArray()),
                turn == null ? null : Side.of(turn),
                row.getBoolean("extension_asked"),
                new Cause(row.getObject("cause_act", UUID.class), Hash.ofHex(row.getString("cause_digest"))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

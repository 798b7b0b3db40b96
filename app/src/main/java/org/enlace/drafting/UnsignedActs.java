package org.enlace.drafting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.exchange.ActTaken;
import org.enlace.exchange.GivenUp;
import org.enlace.exchange.Requests;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is half written about requests, for the officers of one authority. As with drafts, a saving names the version it was made from, and nobody's typing overwrites a colleague's. */
@Component
class UnsignedActs {

    /** What nobody touched for so long will not be signed. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final String ACT = """
            select u.form, u.version, u.sealed, u.since, u.saved_at, u.saved_by, u.saved_by_account from drafting.unsigned_act u
            where u.request = :request and u.authority = :authority
            """;

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Clock clock;

    UnsignedActs(JdbcClient jdbc, Requests requests, Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.clock = clock;
    }

    /** Those of the viewer's authority. */
    List<UnsignedAct> of(UUID request, Viewer viewer) {
        require(request, viewer);
        return jdbc.sql(ACT + "order by u.form")
                .param("request", request)
                .param("authority", viewer.requireAuthority())
                .query(UnsignedActs::read)
                .list();
    }

    /** As it is stored now, whoever saved it. */
    Optional<UnsignedAct> find(UUID request, String form, Viewer viewer) {
        return jdbc.sql(ACT + "and u.form = :form")
                .param("request", request)
                .param("authority", viewer.requireAuthority())
                .param("form", form)
                .query(UnsignedActs::read)
                .optional();
    }

    /**
     * Saves what was made from the version {@code from}; 0 begins, and so does a version that was thrown away meanwhile: there is nothing then that could be overwritten.
     *
     * @return whether it was saved: false when somebody else saved meanwhile, and nothing was changed
     */
    @Transactional
    boolean save(UUID request, String form, long from, byte[] sealed, Viewer viewer) {
        Drafts.requireSealed(sealed);
        if (!isOpen(require(request, viewer), form, viewer)) {
            throw DraftRefusal.ACT_NOT_OPEN.refused();
        }
        return replace(request, form, from, sealed, viewer) || begin(request, form, sealed, viewer);
    }

    /** Also by whoever has just transferred the request, and so has it no more. */
    void remove(UUID request, String form, Viewer viewer) {
        requests.require(request, viewer);
        jdbc.sql(
                        "delete from drafting.unsigned_act where request = :request and authority = :authority and form = :form")
                .param("request", request)
                .param("authority", viewer.requireAuthority())
                .param("form", form)
                .update();
    }

    /** What its writer signed is not unsigned any more, in the same transaction: not even a browser that dies with the answer on its way leaves both. What a colleague wrote is theirs. */
    @EventListener
    void taken(ActTaken taken) {
        if (taken.carried()) {
            return; // signed from other words, somewhere else
        }
        jdbc.sql("""
                        delete from drafting.unsigned_act
                        where request = :request and authority = :authority and form = :form and saved_by_account = :account
                        """)
                .param("request", taken.request())
                .param("authority", taken.authority())
                .param("form", form(taken.kind(), taken.subject()))
                .param("account", taken.account())
                .update();
    }

    /** It is sealed to the authority and not to the request: with the key of the request gone, any officer could still open it. */
    @EventListener
    void givenUp(GivenUp given) {
        jdbc.sql("delete from drafting.unsigned_act where request = :request and authority = :authority")
                .param("request", given.request())
                .param("authority", given.authority())
                .update();
    }

    @Scheduled(initialDelayString = "PT6M", fixedDelayString = "PT1H")
    void clean() {
        jdbc.sql("delete from drafting.unsigned_act where saved_at < :old")
                .param("old", now().minus(KEPT))
                .update();
    }

    /** The form of an act, as pages name it: by its kind, and by the act it is about where there is one form for each. */
    private static String form(Kind kind, @Nullable UUID subject) {
        return subject == null ? kind.code() : kind.code() + "-" + subject;
    }

    /** Who may not act on the request has nothing to write about it. */
    private Request require(UUID request, Viewer viewer) {
        var found = requests.require(request, viewer);
        if (!found.isHeldBy(viewer)) {
            throw Refused.absent();
        }
        return found;
    }

    private static boolean isOpen(Request request, String form, Viewer viewer) {
        return request.open(request.side(viewer)).stream()
                .map(kind -> kind.code())
                .anyMatch(kind -> form.equals(kind) || form.matches(kind + "-[0-9a-f]{8}-[0-9a-f-]{27}"));
    }

    private boolean begin(UUID request, String form, byte[] sealed, Viewer viewer) {
        return written("""
                insert into drafting.unsigned_act (request, authority, form, version, sealed, since, saved_at, saved_by, saved_by_account)
                values (:request, :authority, :form, :version, :sealed, :now, :now, :by, :account) on conflict do nothing
                """, request, form, sealed, viewer).update() == 1;
    }

    private boolean replace(UUID request, String form, long from, byte[] sealed, Viewer viewer) {
        return written("""
                update drafting.unsigned_act set version = greatest(version + 1, :version), sealed = :sealed, saved_at = :now, saved_by = :by,
                    since = case when saved_by_account = :account then since else :now end, saved_by_account = :account
                where request = :request and authority = :authority and form = :form and version = :from
                """, request, form, sealed, viewer).param("from", from).update() == 1;
    }

    private JdbcClient.StatementSpec written(String sql, UUID request, String form, byte[] sealed, Viewer viewer) {
        return jdbc.sql(sql)
                .param("request", request)
                .param("authority", viewer.requireAuthority())
                .param("form", form)
                .param("version", clock.millis())
                .param("sealed", sealed)
                .param("now", now())
                .param("by", viewer.name())
                .param("account", viewer.requireAccount());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static UnsignedAct read(ResultSet row, int number) throws SQLException {
        return new UnsignedAct(
                row.getString("form"),
                row.getLong("version"),
                row.getBytes("sealed"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("saved_by"),
                row.getObject("saved_by_account", UUID.class));
    }
}

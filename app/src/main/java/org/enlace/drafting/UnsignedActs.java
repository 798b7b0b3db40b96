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
import org.enlace.exchange.Request;
import org.enlace.exchange.Requests;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    /** Those of the viewer's authority. What its writer signed after saving it is not among them, though a browser died before it could take it away (read across from {@code exchange.act}). */
    List<UnsignedAct> of(UUID request, Viewer viewer) {
        require(request, viewer);
        return jdbc.sql(ACT + """
                          and not exists (select 1 from exchange.act a
                                          where a.request = u.request and a.account = u.saved_by_account and a.at >= u.saved_at
                                            and (u.form = a.kind or u.form ~ ('^' || a.kind || '-[0-9a-f]{8}-')))
                        order by u.form
                        """)
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
        jdbc.sql("delete from drafting.unsigned_act where authority = :authority and saved_at < :old")
                .param("authority", viewer.requireAuthority())
                .param("old", now().minus(KEPT))
                .update();
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

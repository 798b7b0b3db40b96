package org.enlace.drafting;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.documents.Leftovers;
import org.enlace.exchange.ActTaken;
import org.enlace.exchange.LastHand;
import org.enlace.exchange.Requests;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.enlace.procedure.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The drafts of each authority, for its officers only. Nobody's typing overwrites a colleague's: a saving names the version it was made from. */
@Component
class Drafts implements LastHand {

    /** More than a duty office can write; a number that no disk notices. */
    static final int MOST = 500;

    private static final String DRAFT =
            "select id, authority, form, version, begun_at, saved_at, saved_by from drafting.draft ";

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Forms forms;
    private final Leftovers files;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Requests requests, Forms forms, Leftovers files, Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.forms = forms;
        this.files = files;
        this.clock = clock;
    }

    /** Newest first. */
    List<Draft> of(Viewer viewer) {
        return jdbc.sql(DRAFT + "where authority = :authority order by saved_at desc, id")
                .param("authority", viewer.requireAuthority())
                .query(Drafts::draft)
                .list();
    }

    Optional<Draft> find(UUID id, Viewer viewer) {
        return jdbc.sql(DRAFT + "where id = :id and authority = :authority")
                .param("id", id)
                .param("authority", viewer.requireAuthority())
                .query(Drafts::draft)
                .optional();
    }

    Draft require(UUID id, Viewer viewer) {
        return find(id, viewer).orElseThrow(Refused::absent);
    }

    Draft.Sealed open(UUID id, Viewer viewer) {
        var draft = require(id, viewer);
        return jdbc.sql(
                        "select version, sealed, saved_at, saved_by from drafting.draft where id = :id and authority = :authority")
                .param("id", id)
                .param("authority", draft.authority())
                .query((row, n) -> new Draft.Sealed(
                        new Draft(
                                id,
                                draft.authority(),
                                draft.form(),
                                row.getInt("version"),
                                draft.begunAt(),
                                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                                row.getString("saved_by")),
                        row.getBytes("sealed")))
                .optional()
                .orElseThrow(Refused::absent);
    }

    /**
     * Saves the version after {@code from}; 0 begins a draft.
     *
     * @param form what it is a draft of; only a new one says so
     * @return whether it was saved: false when a colleague (or another tab) saved meanwhile, and nothing was changed
     */
    @Transactional
    boolean save(UUID id, int from, @Nullable String form, byte[] sealed, Viewer viewer) {
        requireSealed(sealed);
        if (requests.isSentBy(id, viewer)) { // to anybody else this id is like any other: it tells nobody what was sent
            throw DraftRefusal.DRAFT_SENT.refused();
        }
        return from == 0 ? begin(id, form, sealed, viewer) : replace(id, from, sealed, viewer);
    }

    /** With all its files: nobody could attach them to anything any more. */
    @Transactional
    void remove(UUID id, Viewer viewer) {
        forget(id, viewer.requireAuthority());
    }

    @Override
    public Optional<UUID> of(UUID request, String authority) {
        return jdbc.sql("select saved_by_account from drafting.draft where id = :id and authority = :authority")
                .param("id", request)
                .param("authority", authority)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .optional()
                .flatMap(account -> account);
    }

    /** What was sent is no draft any more, in the same transaction: no crash leaves both. The files it was sent with are the act's by now; the others go. */
    @EventListener
    void sent(ActTaken taken) {
        if (taken.kind() == Kind.SEND) {
            forget(taken.request(), taken.authority());
        }
    }

    /** A case system that sends has no draft, and may have uploaded already what its next act brings. */
    private void forget(UUID id, String authority) {
        var was = jdbc.sql("delete from drafting.draft where id = :id and authority = :authority")
                .param("id", id)
                .param("authority", authority)
                .update();
        if (was == 1) {
            files.forget(id, authority);
        }
    }

    private boolean begin(UUID id, @Nullable String form, byte[] sealed, Viewer viewer) {
        if (form == null || forms.find(form).filter(Form::isProfile).isEmpty()) {
            throw DraftRefusal.DRAFT_OF_NO_FORM.refused();
        }
        if (of(viewer).size() >= MOST) {
            throw DraftRefusal.TOO_MANY_DRAFTS.refused(MOST);
        }
        var begun = jdbc.sql("""
                insert into drafting.draft (id, authority, form, version, sealed, begun_at, saved_at, saved_by, saved_by_account)
                values (:id, :authority, :form, 1, :sealed, :now, :now, :by, :account) on conflict do nothing
                """)
                        .param("id", id)
                        .param("authority", viewer.requireAuthority())
                        .param("form", form)
                        .param("sealed", sealed)
                        .param("now", now())
                        .param("by", viewer.name())
                        .param("account", viewer.requireAccount())
                        .update()
                == 1;
        return begun;
    }

    private boolean replace(UUID id, int from, byte[] sealed, Viewer viewer) {
        var replaced = jdbc.sql("""
                update drafting.draft set version = version + 1, sealed = :sealed, saved_at = :now, saved_by = :by, saved_by_account = :account
                where id = :id and authority = :authority and version = :from
                """)
                        .param("id", id)
                        .param("authority", viewer.requireAuthority())
                        .param("from", from)
                        .param("sealed", sealed)
                        .param("now", now())
                        .param("by", viewer.name())
                        .param("account", viewer.requireAccount())
                        .update()
                == 1;
        if (!replaced) {
            require(id, viewer);
        }
        return replaced;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static void requireSealed(byte[] sealed) {
        if (sealed.length > Draft.LARGEST) {
            throw DraftRefusal.DRAFT_TOO_LARGE.refused(Draft.LARGEST / 1024);
        }
        var line = Draft.FIRST_LINE.getBytes(StandardCharsets.US_ASCII);
        if (sealed.length < line.length || !Arrays.equals(sealed, 0, line.length, line, 0, line.length)) {
            throw DraftRefusal.DRAFT_NOT_SEALED.refused();
        }
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("authority"),
                row.getString("form"),
                row.getInt("version"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("saved_by"));
    }
}

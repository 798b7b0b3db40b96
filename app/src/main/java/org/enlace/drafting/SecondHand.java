package org.enlace.drafting;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.exchange.FourEyes;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The colleague who reads a draft and sends it, where the authority wants two officers for a request: when one is needed, and who was asked. */
@Component
class SecondHand {

    private final JdbcClient jdbc;
    private final FourEyes fourEyes;
    private final Accounts accounts;
    private final Notices notices;
    private final Clock clock;

    SecondHand(JdbcClient jdbc, FourEyes fourEyes, Accounts accounts, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.fourEyes = fourEyes;
        this.accounts = accounts;
        this.notices = notices;
        this.clock = clock;
    }

    /** Whether the viewer, as things are, cannot send it: they wrote in it last. */
    boolean isNeeded(UUID draft, Viewer viewer) {
        return fourEyes.isLastHand(draft, viewer);
    }

    /** The officers of the viewer's authority who could. */
    List<Account> colleagues(Viewer viewer) {
        return accounts.officersOf(viewer.requireAuthority()).stream()
                .filter(officer -> !officer.id().equals(viewer.account()))
                .toList();
    }

    /** Asks all colleagues by letter, which says nothing of the draft. Asked again within the hour, nobody gets a second letter. */
    @Transactional
    public void ask(Draft draft, Viewer viewer) {
        var now = clock.instant();
        jdbc.sql("""
                        insert into drafting.asked values (:draft, :authority, :account, :name, :now)
                        on conflict (draft, authority) do update set account = excluded.account, name = excluded.name, at = excluded.at
                        """)
                .param("draft", draft.id())
                .param("authority", draft.authority())
                .param("account", viewer.requireAccount())
                .param("name", viewer.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        var hour = now.getEpochSecond() / 3600;
        colleagues(viewer)
                .forEach(officer -> notices.queue(Notice.forAccount(
                        "to-send/" + draft.id() + '/' + officer.id() + '/' + hour,
                        "account:" + officer.id(),
                        officer.email(),
                        officer.language(),
                        Notice.Kind.DRAFT_TO_SEND,
                        "/drafts/" + draft.id() + '/' + WizardPage.CHECK)));
    }

    /** What the viewer was asked to read and send, the longest waiting first. */
    List<Asked> waiting(Viewer viewer) {
        return jdbc.sql("""
                        select a.draft, d.form, a.name, a.at from drafting.asked a
                        join drafting.draft d on d.id = a.draft and d.authority = a.authority
                        where a.authority = :authority and d.saved_by_account <> :account order by a.at
                        """)
                .param("authority", viewer.requireAuthority())
                .param("account", viewer.requireAccount())
                .query((row, number) -> new Asked(
                        row.getObject("draft", UUID.class),
                        row.getString("form"),
                        row.getString("name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * A draft to be sent by a second officer.
     *
     * @param by name of whoever asked
     */
    record Asked(UUID draft, String form, String by, Instant at) {

        String path() {
            return "/drafts/" + draft + '/' + WizardPage.CHECK;
        }
    }
}

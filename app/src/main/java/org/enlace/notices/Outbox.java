package org.enlace.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.enlace.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notices still to be sent. Several processes may take from it at once: a row is leased before the mail server hears of it, so a crash in between costs at
 * most one repeated mail with the same Message-ID, never a lost one.
 */
@Component
class Outbox {

    /** A secret link waits for the mail server no longer than this. */
    private static final Duration SECRETS_WAIT = Duration.ofHours(24);

    private static final String SETTLED =
            " leased_until = null, path = case when kind in (:secret) then '/' else path end ";

    /** A letter, and what was put together in it. */
    private static final String IT = "(id = :id or digest = :id) and failed_at is null";

    private static final List<String> SECRET =
            Notice.Kind.WITH_SECRET_LINK.stream().map(Notice.Kind::name).toList();

    private final JdbcClient database;
    private final NoticeSettings settings;
    private final Clock clock;

    Outbox(JdbcClient database, NoticeSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** What was never tried is due, whatever the clock said when it was queued: a clock that was wrong is put right one day. */
    @Transactional
    public List<Letter> take(int most) {
        var now = clock.instant();
        return database.sql("""
                        update notices.notice set leased_until = :until, attempts = attempts + 1
                        where id in (select id from notices.notice
                                     where sent_at is null and failed_at is null and not waits and digest is null
                                       and (due_at <= :now or attempts = 0)
                                       and (leased_until is null or leased_until < :now)
                                     order by urgent desc, due_at limit :most for update skip locked)
                        returning *""")
                .param("until", Timestamp.from(now.plus(settings.lease())))
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(this::letter)
                .list();
    }

    /** Leases a letter anew before the mail server hears of it: those before it in the bag may have taken long. False when another process has it by now. */
    @Transactional
    public boolean hold(Letter letter) {
        return database.sql("""
                        update notices.notice set leased_until = :until
                        where id = :id and attempts = :attempts and sent_at is null and failed_at is null""")
                        .param("until", Timestamp.from(clock.instant().plus(settings.lease())))
                        .param("id", letter.id())
                        .param("attempts", letter.attempts())
                        .update()
                == 1;
    }

    /** Puts letters back that were taken and not tried: this time does not count. */
    @Transactional
    public void putBack(List<Letter> letters) {
        letters.forEach(letter -> database.sql("""
                        update notices.notice set leased_until = null, attempts = attempts - 1
                        where id = :id and attempts = :attempts and sent_at is null and failed_at is null""")
                .param("id", letter.id())
                .param("attempts", letter.attempts())
                .update());
    }

    @Transactional
    public void sent(Letter letter) {
        database.sql("update notices.notice set sent_at = :now, failure = null," + SETTLED + "where " + IT)
                .param("now", Timestamp.from(clock.instant()))
                .param("secret", SECRET)
                .param("id", letter.id())
                .update();
    }

    /** The mail server was out of reach or said "later": try again, with longer and longer pauses, and give up after the last. */
    @Transactional
    public void postponed(Letter letter, String reason) {
        var pauses = settings.pauses();
        if (letter.attempts() > pauses.size()) {
            undeliverable(letter, reason, false);
            return;
        }
        database.sql("update notices.notice set due_at = :due, leased_until = null, failure = :failure where id = :id")
                .param("due", Timestamp.from(clock.instant().plus(pauses.get(letter.attempts() - 1))))
                .param("failure", reason)
                .param("id", letter.id())
                .update();
    }

    /** The recipient's mail server said "never": shown to whom it concerns. */
    @Transactional
    public void refused(Letter letter, String reason) {
        undeliverable(letter, reason, true);
    }

    /** A mail server reported later that it could not deliver what it had taken. Twice, or for a notice that was never sent, it does nothing. */
    @Transactional
    public boolean returned(UUID id, String reason) {
        return database.sql("""
                        update notices.notice set returned_at = :now, failure = :failure
                        where (id = :id or digest = :id) and sent_at is not null and returned_at is null""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("failure", reason)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Gives up on secret links that have waited too long, with or without a mail server: they must not lie here readable. */
    @Transactional
    public void expire() {
        var now = clock.instant();
        database.sql("update notices.notice set failed_at = :now, failure = 'not sent within a day'," + SETTLED + """
                        where kind in (:secret) and sent_at is null and failed_at is null and queued_at < :before
                          and (leased_until is null or leased_until < :now)""")
                .param("now", Timestamp.from(now))
                .param("secret", SECRET)
                .param("before", Timestamp.from(now.minus(SECRETS_WAIT)))
                .update();
    }

    private void undeliverable(Letter letter, String reason, boolean refused) {
        database.sql("update notices.notice set failed_at = :now, refused = :refused, failure = :failure," + SETTLED
                        + "where " + IT)
                .param("now", Timestamp.from(clock.instant()))
                .param("refused", refused)
                .param("secret", SECRET)
                .param("failure", reason)
                .param("id", letter.id())
                .update();
    }

    private Letter letter(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var notice = notice(row);
        return new Letter(id, row.getInt("attempts"), notice, notice.kind() == Notice.Kind.DIGEST ? in(id) : List.of());
    }

    private List<Notice> in(UUID digest) {
        return database.sql(
                        "select * from notices.notice where digest = :digest and failed_at is null order by queued_at, id")
                .param("digest", digest)
                .query((row, number) -> notice(row))
                .list();
    }

    static Notice notice(ResultSet row) throws SQLException {
        var deadline = row.getTimestamp("deadline");
        return new Notice(
                row.getString("effect_key"),
                row.getString("audience"),
                row.getString("recipient"),
                Language.of(row.getString("language")).orElse(Language.EN),
                Notice.Kind.valueOf(row.getString("kind")),
                row.getString("reference"),
                row.getBoolean("urgent"),
                deadline == null ? null : deadline.toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getString("path"));
    }

    /**
     * A notice on its way out, with the number of this attempt.
     *
     * @param together what a digest holds, oldest first; else empty
     */
    record Letter(UUID id, int attempts, Notice notice, List<Notice> together) {}
}

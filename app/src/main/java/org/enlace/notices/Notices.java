package org.enlace.notices;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The notices that were queued, and what became of them. */
@Component
public class Notices {

    private final JdbcClient database;
    private final Clock clock;

    Notices(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Queues a notice in the caller's transaction: it is sent if and only if the act happens. The same effect key a second time does nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(Notice notice) {
        queue(notice, notice.canWait(clock.instant()));
    }

    /** Likewise, and it waits for nobody's hours: it takes the place of one that is late already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queueAtOnce(Notice notice) {
        queue(notice, false);
    }

    private void queue(Notice notice, boolean waits) {
        database.sql("""
                        insert into notices.notice (id, effect_key, audience, recipient, language, kind, reference, urgent, deadline,
                                                    zone, path, queued_at, due_at, waits)
                        values (:id, :effectKey, :audience, :recipient, :language, :kind, :reference, :urgent, :deadline,
                                :zone, :path, :now, :now, :waits)
                        on conflict (effect_key) do nothing""")
                .param("id", Generators.timeBasedEpochGenerator().generate())
                .param("effectKey", notice.effectKey())
                .param("audience", notice.audience())
                .param("recipient", notice.recipient())
                .param("language", notice.language().tag())
                .param("kind", notice.kind().name())
                .param("reference", notice.reference())
                .param("urgent", notice.urgent())
                .param(
                        "deadline",
                        notice.deadline() == null ? null : Timestamp.from(notice.deadline()),
                        java.sql.Types.TIMESTAMP)
                .param("zone", notice.zone().getId())
                .param("path", notice.path())
                .param("now", Timestamp.from(clock.instant()))
                .param("waits", waits)
                .update();
    }

    /** What was not sent yet to a person who has left is not sent any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(String recipient) {
        settle("has left", "recipient = :which and audience like 'account:%'", recipient);
    }

    /** A notice that is not true any more is not sent, unless it is on its way. */
    @Transactional
    public void withdraw(String effectKey) {
        var now = "(leased_until is null or leased_until < :now) and digest is null";
        settle("not true any more", "effect_key = :which and " + now, effectKey);
    }

    /** The effect keys that begin so, of notices that were not sent yet. */
    public List<String> unsent(String beginning) {
        return database.sql("""
                        select effect_key from notices.notice
                        where sent_at is null and failed_at is null and starts_with(effect_key, :beginning)""")
                .param("beginning", beginning)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Nobody is troubled with what was not to be sent. */
    private void settle(String reason, String which, String value) {
        database.sql("update notices.notice set failed_at = :now, acknowledged_at = :now, failure = :reason, path = '/'"
                        + " where sent_at is null and failed_at is null and " + which)
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .param("which", value)
                .update();
    }

    /** What became of these notices, by effect key; what was never queued is not in it. */
    public Map<String, Fate> fates(Collection<String> effectKeys) {
        if (effectKeys.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("""
                        select effect_key, sent_at, failed_at, returned_at, refused, failure from notices.notice
                        where effect_key in (:keys)""")
                .param("keys", effectKeys)
                .query((row, n) -> Map.entry(row.getString("effect_key"), fate(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Since when the oldest unsent notice waits: what the operator watches. One that waits for its hour is late a day after it was queued. */
    public Optional<Instant> oldestUnsent() {
        return database.sql("""
                        select min(case when waits then queued_at + interval '1 day' else queued_at end) from notices.notice
                        where sent_at is null and failed_at is null and digest is null
                          and (not waits or queued_at < :yesterday)""")
                .param("yesterday", Timestamp.from(clock.instant().minus(Notice.SOON)))
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** How many wait for their hour, those included that are not sorted yet. */
    public int held() {
        return database.sql("select count(*) from notices.notice where waits and sent_at is null and failed_at is null")
                .query(Integer.class)
                .single();
    }

    private static Fate fate(ResultSet row) throws SQLException {
        var failed = instant(row.getTimestamp("failed_at"));
        var returned = instant(row.getTimestamp("returned_at"));
        return new Fate(
                instant(row.getTimestamp("sent_at")),
                row.getBoolean("refused") ? failed : returned,
                failed != null,
                Objects.requireNonNullElse(row.getString("failure"), ""));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /**
     * What became of a notice.
     *
     * @param sentAt when a mail server took it, or null
     * @param cameBackAt when the recipient's mail server refused it for good, at once or later; or null
     * @param givenUp whether it was never sent and will not be, be it refused or not
     * @param failure the mail server's last words, shortened; may be empty
     */
    public record Fate(@Nullable Instant sentAt, @Nullable Instant cameBackAt, boolean givenUp, String failure) {}
}

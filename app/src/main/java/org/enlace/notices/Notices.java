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
        var now = Timestamp.from(clock.instant());
        database.sql("""
                        insert into notices.notice (id, effect_key, audience, recipient, language, kind, reference, urgent, deadline,
                                                    zone, path, queued_at, due_at)
                        values (:id, :effectKey, :audience, :recipient, :language, :kind, :reference, :urgent, :deadline,
                                :zone, :path, :now, :now)
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
                .param("now", now)
                .update();
    }

    /** What was not sent yet to a person who has left is not sent any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(String recipient) {
        database.sql("""
                        update notices.notice set failed_at = :now, failure = 'has left', path = '/'
                        where recipient = :recipient and audience like 'account:%' and sent_at is null and failed_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("recipient", recipient)
                .update();
    }

    /** Notices to this audience that could not be delivered and that nobody has acknowledged, newest first. */
    public List<Trouble> troubles(String audience) {
        return database.sql("""
                        select effect_key, recipient, reference, path, failure, coalesce(failed_at, returned_at) as failed_at
                        from notices.notice
                        where audience = :audience and (failed_at is not null or returned_at is not null) and acknowledged_at is null
                        order by coalesce(failed_at, returned_at) desc limit 50""")
                .param("audience", audience)
                .query((row, n) -> new Trouble(
                        row.getString("effect_key"),
                        row.getString("recipient"),
                        row.getString("reference"),
                        row.getString("path"),
                        row.getString("failure"),
                        row.getTimestamp("failed_at").toInstant()))
                .list();
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

    /** Since when the oldest unsent notice waits: what the operator watches. */
    public Optional<Instant> oldestUnsent() {
        return database.sql("select min(queued_at) from notices.notice where sent_at is null and failed_at is null")
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
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

    /**
     * A notice that did not reach its recipient.
     *
     * @param failure the mail server's own answer, shortened
     */
    public record Trouble(
            String effectKey, String recipient, String reference, String path, String failure, Instant failedAt) {}
}

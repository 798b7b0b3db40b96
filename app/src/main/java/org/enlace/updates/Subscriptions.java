package org.enlace.updates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who follows what. Nobody's are shown to anybody else; who takes the last one back is forgotten. */
@Component
class Subscriptions {

    private final JdbcClient sql;
    private final Clock clock;

    Subscriptions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What an account follows, in the order in which it began. */
    List<Topic> of(UUID account) {
        return sql.sql("select topic from updates.subscription where account = :account order by made_at, topic")
                .param("account", account)
                .query((row, number) -> Topic.parse(row.getString("topic")))
                .list();
    }

    @Transactional
    void add(UUID account, Topic topic) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        sql.sql("""
                        insert into updates.reader (account, token, told_until) values (:account, :token, :now)
                        on conflict (account) do nothing""")
                .param("account", account)
                .param("token", UUID.randomUUID())
                .param("now", now)
                .update();
        sql.sql("""
                        insert into updates.subscription (account, topic, made_at) values (:account, :topic, :now)
                        on conflict (account, topic) do nothing""")
                .param("account", account)
                .param("topic", topic.toString())
                .param("now", now)
                .update();
    }

    @Transactional
    void remove(UUID account, Topic topic) {
        sql.sql("delete from updates.subscription where account = :account and topic = :topic")
                .param("account", account)
                .param("topic", topic.toString())
                .update();
        sql.sql("""
                        delete from updates.reader r where r.account = :account
                          and not exists (select 1 from updates.subscription s where s.account = r.account)""").param("account", account).update();
    }

    /** Everything an account follows ends. */
    @Transactional
    void forget(UUID account) {
        sql.sql("delete from updates.reader where account = :account")
                .param("account", account)
                .update();
    }

    /** The reader whom a mail's link belongs to. */
    Optional<Reader> byToken(UUID token) {
        return sql.sql("select * from updates.reader where token = :token")
                .param("token", token)
                .query(Subscriptions::reader)
                .optional();
    }

    List<UUID> readers() {
        return sql.sql("select account from updates.reader order by account")
                .query((row, number) -> row.getObject("account", UUID.class))
                .list();
    }

    /** Within a transaction: the reader, unless another process is telling them just now. */
    Optional<Reader> take(UUID account) {
        return sql.sql("select * from updates.reader where account = :account for update skip locked")
                .param("account", account)
                .query(Subscriptions::reader)
                .optional();
    }

    /** @param on the reader's own day on which a mail was queued, or null when there was nothing to tell */
    void told(UUID account, Instant until, @Nullable LocalDate on) {
        sql.sql("""
                        update updates.reader set told_until = :until, told_on = coalesce(cast(:on as date), told_on)
                        where account = :account""")
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("on", on == null ? null : on.toString())
                .param("account", account)
                .update();
    }

    private static Reader reader(ResultSet row, int number) throws SQLException {
        return new Reader(
                row.getObject("account", UUID.class),
                row.getObject("token", UUID.class),
                row.getObject("told_until", OffsetDateTime.class).toInstant(),
                row.getObject("told_on", LocalDate.class));
    }

    /**
     * An account that follows something.
     *
     * @param toldUntil up to when its updates were looked at
     * @param toldOn the day, where the person is, of the last mail; null before the first
     */
    record Reader(
            UUID account,
            UUID token,
            Instant toldUntil,
            @Nullable LocalDate toldOn) {}
}

package org.enlace.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * That a person is still there, said twice a year by somebody who answers for them. Who was not confirmed in time keeps the account and the record of requests, and gets
 * no content until they are. Who may confirm whom is the business of the room {@code enrolment}.
 */
@Component
public class Confirmations {

    /** Half a year. */
    public static final Duration PERIOD = Duration.ofDays(183);

    private final JdbcClient database;
    private final Clock clock;

    Confirmations(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Somebody else says that the person is still there. */
    @Transactional
    public void confirm(UUID account, UUID by) {
        var now = Timestamp.from(clock.instant());
        database.sql("insert into access.confirmation (account, at, by) values (:account, :now, :by)")
                .param("account", account)
                .param("now", now)
                .param("by", by)
                .update();
        database.sql("update access.account set confirmed_at = :now where id = :account")
                .param("now", now)
                .param("account", account)
                .update();
    }

    /** Until when each of these accounts is confirmed; the first time counts from the enrolment. */
    public Map<UUID, Instant> until(Collection<UUID> accounts) {
        var until = new HashMap<UUID, Instant>();
        if (!accounts.isEmpty()) {
            database.sql("select id, confirmed_at from access.account where id in (:accounts)")
                    .param("accounts", accounts)
                    .query(row -> {
                        until.put(
                                row.getObject("id", UUID.class),
                                row.getTimestamp("confirmed_at").toInstant().plus(PERIOD));
                    });
        }
        return until;
    }

    /** The accounts that have not left and whose confirmation ends before a moment. */
    public List<Account> endingBefore(Instant moment) {
        return database.sql(
                        "select * from access.account where left_at is null and confirmed_at < :moment order by confirmed_at, id")
                .param("moment", Timestamp.from(moment.minus(PERIOD)))
                .query(Accounts::account)
                .list();
    }

    /** Whoever is alone in the secretariat has nobody to confirm them, and must be able to invite somebody who does. */
    boolean hold(UUID account) {
        return database.sql("""
                        select confirmed_at > :limit
                               or ('SECRETARIAT' = any (roles)
                                   and not exists (select 1 from access.account other
                                                   where other.id <> :account and other.left_at is null
                                                     and 'SECRETARIAT' = any (other.roles)))
                        from access.account where id = :account""")
                .param("limit", Timestamp.from(clock.instant().minus(PERIOD)))
                .param("account", account)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}

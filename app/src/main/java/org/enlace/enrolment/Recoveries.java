package org.enlace.enrolment;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.access.Token;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The recoveries asked for. They are open for a day. */
@Component
class Recoveries {

    private static final Duration LIFE = Duration.ofHours(24);
    private static final String OPEN =
            " refused_at is null and completed_at is null and expires_at > :now and account is not null ";

    private final JdbcClient database;
    private final Clock clock;

    Recoveries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Notes that recovery is asked for; also for an address that nobody has, which is then of no use but takes as long.
     *
     * @return the call, for the six words
     */
    @Transactional
    public Token ask(@Nullable UUID account) {
        var call = Token.make();
        var now = clock.instant();
        database.sql("""
                        insert into enrolment.recovery (id, account, call, asked_at, expires_at)
                        values (:id, :account, :call, :now, :expiresAt)""")
                .param("id", Generators.timeBasedEpochGenerator().generate())
                .param("account", account, Types.OTHER)
                .param("call", call.bytes())
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(now.plus(LIFE)))
                .update();
        return call;
    }

    /** Those that nobody was told of yet, for this transaction only. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Recovery> untold() {
        return database.sql("select * from enrolment.recovery where told_at is null and" + OPEN
                        + "order by asked_at limit 20 for update skip locked")
                .param("now", Timestamp.from(clock.instant()))
                .query(Recoveries::recovery)
                .list();
    }

    /** Makes the token of the link, which is not kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Token tell(Recovery recovery) {
        var token = Token.make();
        database.sql("update enrolment.recovery set token_hash = :hash, told_at = :now where id = :id")
                .param("hash", token.hash())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", recovery.id())
                .update();
        return token;
    }

    /** @throws org.enlace.Refused when the text is no token, or its recovery is over, refused or never was */
    Recovery require(String token) {
        return Token.parse(token).flatMap(this::find).orElseThrow(EnrolmentRefusal.RECOVERY_GONE::refused);
    }

    /** As {@link #require(String)}, and somebody has confirmed it. */
    Recovery requireConfirmed(String token) {
        var recovery = require(token);
        if (!recovery.isConfirmed()) {
            throw EnrolmentRefusal.NOT_CONFIRMED.refused();
        }
        return recovery;
    }

    Optional<Recovery> find(Token token) {
        return database.sql("select * from enrolment.recovery where token_hash = :hash and" + OPEN)
                .param("hash", token.hash())
                .param("now", Timestamp.from(clock.instant()))
                .query(Recoveries::recovery)
                .optional();
    }

    Optional<Recovery> find(UUID id) {
        return database.sql("select * from enrolment.recovery where id = :id and" + OPEN)
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .query(Recoveries::recovery)
                .optional();
    }

    /** All that wait for somebody to confirm them; a handful at any time. */
    List<Recovery> waiting() {
        return database.sql("select * from enrolment.recovery where confirmed_at is null and" + OPEN)
                .param("now", Timestamp.from(clock.instant()))
                .query(Recoveries::recovery)
                .list();
    }

    /** Those that wait for somebody to confirm them, of these accounts. */
    List<Recovery> waiting(Collection<UUID> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : database.sql(
                                "select * from enrolment.recovery where account in (:accounts) and confirmed_at is null and"
                                        + OPEN + "order by asked_at")
                        .param("accounts", accounts)
                        .param("now", Timestamp.from(clock.instant()))
                        .query(Recoveries::recovery)
                        .list();
    }

    @Transactional
    public void confirm(Recovery recovery, UUID by) {
        database.sql("""
                        update enrolment.recovery set confirmed_at = :now, confirmed_by = :by
                        where id = :id and confirmed_at is null and refused_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("id", recovery.id())
                .update();
    }

    @Transactional
    public void refuse(Recovery recovery) {
        database.sql("update enrolment.recovery set refused_at = :now where id = :id and completed_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", recovery.id())
                .update();
    }

    /** Uses a recovery up, and ends all others that were asked for the same account. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void complete(Recovery recovery) {
        var now = Timestamp.from(clock.instant());
        var completed =
                database.sql("""
                        update enrolment.recovery set completed_at = :now
                        where id = :id and confirmed_at is not null and completed_at is null and refused_at is null""").param("now", now).param("id", recovery.id()).update();
        if (completed == 0) {
            throw EnrolmentRefusal.RECOVERY_GONE.refused();
        }
        database.sql("""
                        update enrolment.recovery set refused_at = :now
                        where account = :account and completed_at is null and refused_at is null""").param("now", now).param("account", recovery.account()).update();
    }

    private static Recovery recovery(ResultSet row, int number) throws SQLException {
        var confirmed = row.getTimestamp("confirmed_at");
        return new Recovery(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes("call")),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                confirmed == null ? null : confirmed.toInstant());
    }
}

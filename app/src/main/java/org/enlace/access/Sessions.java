package org.enlace.access;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sessions, in the database: ended here, they are over with the next request on every process. Why not the framework's: decision 0031.
 */
@Component
public class Sessions {

    /** Being used is noted once a minute at most: a write for every request would cost more than it tells. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final AccessSettings settings;
    private final Clock clock;

    Sessions(JdbcClient database, AccessSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins a session under a new token, which is the answer and is not kept. */
    @Transactional
    public Token begin(UUID account, Session.Way way, String address, String browser) {
        var token = Token.make();
        database.sql("""
                        insert into access.session (id, account, token_hash, way, address, browser, made_at, seen_at)
                        values (:id, :account, :hash, :way, :address, :browser, :now, :now)""")
                .param("id", Generators.timeBasedEpochGenerator().generate())
                .param("account", account)
                .param("hash", token.hash())
                .param("way", way.name())
                .param("address", address)
                .param("browser", Session.shortened(browser))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return token;
    }

    /**
     * The session of this token and its account, if it has not ended, by itself or otherwise, and the person has not left. One that was used at a time which has not
     * come is not found: the clock was wrong, then or now, and until it has come again nobody could say when the session ends.
     */
    Optional<Live> find(Token token) {
        return database.sql("""
                        select a.*, s.id as session_id, s.account, s.way, s.address, s.browser, s.made_at as session_made_at, s.seen_at
                        from access.session s join access.account a on a.id = s.account
                        where s.token_hash = :hash and s.ended_at is null and a.left_at is null
                          and s.seen_at > :idle and s.made_at > :absolute
                          and s.seen_at <= :soon""")
                .param("hash", token.hash())
                .param("soon", Timestamp.from(clock.instant().plus(GRAIN)))
                .param("idle", Timestamp.from(clock.instant().minus(settings.idle())))
                .param("absolute", Timestamp.from(clock.instant().minus(settings.absolute())))
                .query((row, n) -> new Live(session(row, n), Accounts.account(row, n)))
                .optional();
    }

    /** Notes that the session is used, which prolongs it. The answer is the session as it is from now on. */
    Session use(Session session) {
        var now = clock.instant();
        if (!session.seenAt().plus(GRAIN).isBefore(now)) {
            return session;
        }
        database.sql("update access.session set seen_at = :now where id = :id and ended_at is null")
                .param("now", Timestamp.from(now))
                .param("id", session.id())
                .update();
        return new Session(
                session.id(),
                session.account(),
                session.way(),
                session.address(),
                session.browser(),
                session.madeAt(),
                now,
                earlier(session.endsAt(), now.plus(settings.idle())),
                session.endsAt());
    }

    /** The sessions of an account that go on, newest first. */
    public List<Session> of(UUID account) {
        return database.sql("""
                        select s.id as session_id, s.account, s.way, s.address, s.browser, s.made_at as session_made_at, s.seen_at
                        from access.session s
                        where account = :account and ended_at is null and seen_at > :idle and made_at > :absolute
                          and seen_at <= :soon
                        order by made_at desc""")
                .param("account", account)
                .param("soon", Timestamp.from(clock.instant().plus(GRAIN)))
                .param("idle", Timestamp.from(clock.instant().minus(settings.idle())))
                .param("absolute", Timestamp.from(clock.instant().minus(settings.absolute())))
                .query(this::session)
                .list();
    }

    /** Ends one session of this account; another's is not found and not ended. */
    @Transactional
    public void end(UUID session, UUID account) {
        database.sql(
                        "update access.session set ended_at = :now where id = :id and account = :account and ended_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", session)
                .param("account", account)
                .update();
    }

    /** Ends all sessions of an account, everywhere at once. */
    @Transactional
    public void endAll(UUID account) {
        database.sql("update access.session set ended_at = :now where account = :account and ended_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .update();
    }

    private Session session(ResultSet row, int number) throws SQLException {
        var made = row.getTimestamp("session_made_at").toInstant();
        var seen = row.getTimestamp("seen_at").toInstant();
        var ends = made.plus(settings.absolute());
        return new Session(
                row.getObject("session_id", UUID.class),
                row.getObject("account", UUID.class),
                Session.Way.valueOf(row.getString("way")),
                row.getString("address"),
                row.getString("browser"),
                made,
                seen,
                earlier(ends, seen.plus(settings.idle())),
                ends);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    record Live(Session session, Account account) {}
}

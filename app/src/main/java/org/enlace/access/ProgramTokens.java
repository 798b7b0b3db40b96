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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tokens of case systems, asked anew with every request: what was ended is over. These finders take no viewer; whoever shows them decides to whom. */
@Component
public class ProgramTokens {

    /** Being used is noted once a minute at most, as for sessions. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final Clock clock;

    ProgramTokens(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes a token for a case system.
     *
     * @param life a year at most; the database holds that
     * @return its id, and the token, which is not kept
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Made make(UUID account, String label, boolean acts, Duration life, UUID madeBy) {
        var token = Token.make();
        var id = Generators.timeBasedEpochGenerator().generate();
        var now = clock.instant();
        database.sql("""
                        insert into access.program_token (id, account, token_hash, label, acts, made_by, made_at, expires_at)
                        values (:id, :account, :hash, :label, :acts, :madeBy, :now, :expiresAt)""")
                .param("id", id)
                .param("account", account)
                .param("hash", token.hash())
                .param("label", label.strip())
                .param("acts", acts)
                .param("madeBy", madeBy)
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(now.plus(life)))
                .update();
        return new Made(id, token);
    }

    /** The token and the case system it lets in, if it has not ended, by itself or otherwise, and the system was not taken away. */
    Optional<Live> find(Token token) {
        return database.sql("""
                        select a.*, t.id as token_id, t.acts, t.used_at as token_used_at, t.expires_at as token_expires_at
                        from access.program_token t join access.account a on a.id = t.account
                        where t.token_hash = :hash and t.ended_at is null and t.expires_at > :now and a.left_at is null and a.system""")
                .param("hash", token.hash())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Live(
                        row.getObject("token_id", UUID.class),
                        row.getBoolean("acts"),
                        instant(row, "token_used_at"),
                        row.getTimestamp("token_expires_at").toInstant(),
                        Accounts.account(row, n)))
                .optional();
    }

    void use(Live live, String address) {
        var now = clock.instant();
        var before = live.usedAt();
        if (before == null || before.plus(GRAIN).isBefore(now)) {
            database.sql("update access.program_token set used_at = :now, used_from = :address where id = :id")
                    .param("now", Timestamp.from(now))
                    .param("address", address)
                    .param("id", live.token())
                    .update();
        }
    }

    /** All tokens that a case system ever had, newest first. */
    public List<ProgramToken> of(UUID account) {
        return database.sql("select * from access.program_token where account = :account order by id desc")
                .param("account", account)
                .query(ProgramTokens::token)
                .list();
    }

    /** Those that hold and that this person made: they end when the person leaves. */
    public List<ProgramToken> madeBy(UUID person) {
        return database.sql("""
                        select * from access.program_token
                        where made_by = :person and ended_at is null and expires_at > :now order by id""")
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .query(ProgramTokens::token)
                .list();
    }

    /** Those that hold now and end by themselves before this moment, of systems that were not taken away. */
    public List<ProgramToken> endingBefore(Instant moment) {
        return database.sql("""
                        select t.* from access.program_token t join access.account a on a.id = t.account
                        where t.ended_at is null and t.expires_at > :now and t.expires_at < :moment and a.left_at is null
                        order by t.id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("moment", Timestamp.from(moment))
                .query(ProgramTokens::token)
                .list();
    }

    /** Ends one token of this case system; another's is not found and not ended. */
    @Transactional
    public void end(UUID token, UUID account, UUID by) {
        database.sql("""
                        update access.program_token set ended_at = :now, ended_by = :by
                        where id = :id and account = :account and ended_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("id", token)
                .param("account", account)
                .update();
    }

    /** Ends all tokens of an account, and all that this account made. */
    @Transactional
    public void endAll(UUID account) {
        database.sql("""
                        update access.program_token set ended_at = :now
                        where (account = :account or made_by = :account) and ended_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .update();
    }

    private static ProgramToken token(ResultSet row, int number) throws SQLException {
        return new ProgramToken(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("label"),
                row.getBoolean("acts"),
                row.getObject("made_by", UUID.class),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row, "used_at"),
                row.getString("used_from"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /**
     * A token that was just made.
     *
     * @param id names it in pages and mails
     */
    public record Made(UUID id, Token token) {

        /** As programs send it; the beginning lets a scanner of source code recognise one that was left there. */
        public String text() {
            return PREFIX + token.text();
        }
    }

    static final String PREFIX = "enlace_";

    record Live(UUID token, boolean acts, @Nullable Instant usedAt, Instant expiresAt, Account account) {}
}

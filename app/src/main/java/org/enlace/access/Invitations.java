package org.enlace.access;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.Role;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The invitations. Their links travel by mail, where scanners open every address: a GET changes nothing, and only the completed enrolment, a POST with everything in
 * it, uses an invitation up. Who may invite whom is for the caller to decide.
 */
@Component
public class Invitations {

    private final JdbcClient database;
    private final AccessSettings settings;
    private final Clock clock;

    Invitations(JdbcClient database, AccessSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Invites, and gives the token of the link, which is not kept. */
    @Transactional
    public Token invite(Wanted wanted) {
        var token = Token.make();
        var now = clock.instant();
        database.sql("""
                        insert into access.invitation (account, token_hash, email, function, roles, state, authority, language,
                                                       invited_by, made_at, expires_at)
                        values (:account, :hash, :email, :function, string_to_array(:roles, ','), :state, :authority, :language,
                                :by, :now, :expiresAt)""")
                .param("account", Generators.timeBasedEpochGenerator().generate())
                .param("hash", token.hash())
                .param("email", Accounts.normal(wanted.email()))
                .param("function", wanted.function())
                .param("roles", Accounts.joined(wanted.roles()))
                .param("state", Accounts.iso3(wanted.state()))
                .param("authority", wanted.authority())
                .param("language", wanted.language().tag())
                .param("by", wanted.by(), java.sql.Types.OTHER)
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(now.plus(settings.invitation())))
                .update();
        return token;
    }

    /** The invitation of this link, if it can still be used. */
    public Optional<Invitation> find(Token token) {
        return database.sql("""
                        select * from access.invitation
                        where token_hash = :hash and completed_at is null and withdrawn_at is null and expires_at > :now""")
                .param("hash", token.hash())
                .param("now", Timestamp.from(clock.instant()))
                .query(Invitations::invitation)
                .optional();
    }

    /** @throws org.enlace.Refused when the text is no token, or its invitation was used or withdrawn, expired or never was */
    public Invitation require(String token) {
        return Token.parse(token).flatMap(this::find).orElseThrow(AccessRefusal.INVITATION_GONE::refused);
    }

    /** How many invitations of this person's are open: they are withdrawn when the person leaves. */
    public int openOf(UUID inviter) {
        return database.sql("""
                        select count(*) from access.invitation
                        where invited_by = :inviter and completed_at is null and withdrawn_at is null and expires_at > :now""")
                .param("inviter", inviter)
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /** Notes that the person began, which whoever invited can see. */
    @Transactional
    public void begin(Invitation invitation) {
        database.sql("update access.invitation set begun_at = :now where account = :account and begun_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", invitation.account())
                .update();
    }

    /**
     * Uses the invitation up, in the transaction that makes the account.
     *
     * @throws org.enlace.Refused when it was used meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void complete(Invitation invitation) {
        var now = Timestamp.from(clock.instant());
        var completed = database.sql("""
                        update access.invitation set completed_at = :now
                        where account = :account and completed_at is null and withdrawn_at is null and expires_at > :now""")
                .param("now", now)
                .param("account", invitation.account())
                .update();
        if (completed == 0) {
            throw AccessRefusal.INVITATION_GONE.refused();
        }
    }

    /** The link stops to work. */
    @Transactional
    public void withdraw(Invitation invitation) {
        database.sql(
                        "update access.invitation set withdrawn_at = :now where account = :account and completed_at is null and withdrawn_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", invitation.account())
                .update();
    }

    /** The invitations to an authority that can still be used, newest first. */
    public List<Invitation> open(String authority) {
        return open("authority = :of", authority);
    }

    /** The invitations to a state's functions that can still be used, newest first. */
    public List<Invitation> open(StateCode state) {
        return open("state = :of", state.iso3());
    }

    /** The invitations to functions without an authority that can still be used, newest first. */
    public List<Invitation> openWithoutAuthority() {
        return open("authority is null and :of = ''", "");
    }

    private List<Invitation> open(String which, String of) {
        return database.sql(
                        "select * from access.invitation where " + which
                                + " and completed_at is null and withdrawn_at is null and expires_at > :now order by made_at desc")
                .param("of", of)
                .param("now", Timestamp.from(clock.instant()))
                .query(Invitations::invitation)
                .list();
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                row.getObject("account", UUID.class),
                row.getString("email"),
                row.getString("function"),
                Accounts.roles(row.getArray("roles")),
                Accounts.state(row.getString("state")),
                row.getString("authority"),
                Language.of(row.getString("language")).orElseThrow(),
                row.getObject("invited_by", UUID.class),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("begun_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /**
     * Who is to be invited as what.
     *
     * @param by the account that invites, or null for the operator
     */
    public record Wanted(
            String email,
            String function,
            Set<Role> roles,
            @Nullable StateCode state,
            @Nullable String authority,
            Language language,
            @Nullable UUID by) {}
}

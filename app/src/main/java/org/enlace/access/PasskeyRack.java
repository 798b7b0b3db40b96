package org.enlace.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where passkeys hang. */
@Component
public class PasskeyRack {

    private final JdbcClient database;
    private final Clock clock;

    PasskeyRack(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The passkeys of an account, oldest first. */
    public List<Passkey> of(UUID account) {
        return database.sql("select * from access.passkey where account = :account order by made_at, credential")
                .param("account", account)
                .query(PasskeyRack::passkey)
                .list();
    }

    /** Takes one passkey of an account away; nobody signs in with it any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID account, String credential) {
        database.sql("delete from access.passkey where account = :account and credential = :credential")
                .param("account", account)
                .param("credential", bytes(credential))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void removeAll(UUID account) {
        database.sql("delete from access.passkey where account = :account")
                .param("account", account)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Passkeys.Registered passkey, String label) {
        var added = database.sql("""
                        insert into access.passkey (credential, account, key_data, counter, label, made_at)
                        values (:credential, :account, :keyData, :counter, :label, :now)
                        on conflict do nothing""")
                .param("credential", bytes(passkey.credential()))
                .param("account", passkey.account())
                .param("keyData", bytes(passkey.keyData()))
                .param("counter", passkey.counter())
                .param("label", Session.shortened(label.strip()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (added == 0) {
            throw AccessRefusal.PASSKEY_REFUSED.refused();
        }
    }

    Optional<Kept> find(String credential) {
        return database.sql(
                        "select credential, account, key_data, counter from access.passkey where credential = :credential")
                .param("credential", bytes(credential))
                .query((row, n) -> new Kept(
                        text(row.getBytes("credential")),
                        row.getObject("account", UUID.class),
                        text(row.getBytes("key_data")),
                        row.getLong("counter")))
                .optional();
    }

    /**
     * Notes the counter that an authenticator gave; false when somebody noted as much or more meanwhile, which a copied authenticator would do. Many count nothing
     * and always give zero.
     */
    @Transactional
    boolean use(Kept passkey, long counter) {
        return database.sql("""
                        update access.passkey set counter = :counter, used_at = :now
                        where credential = :credential and (counter < :counter or (counter = 0 and :counter = 0))""")
                        .param("counter", counter)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("credential", bytes(passkey.credential()))
                        .update()
                == 1;
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        var used = row.getTimestamp("used_at");
        return new Passkey(
                text(row.getBytes("credential")),
                row.getObject("account", UUID.class),
                row.getString("label"),
                row.getTimestamp("made_at").toInstant(),
                used == null ? null : used.toInstant());
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    /** What is needed to check an answer of this passkey. */
    record Kept(String credential, UUID account, String keyData, long counter) {}
}

package org.enlace.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time codes after RFC 6238: six digits, 30 seconds, one step early or late, each good for once. They stand between the public and an officer's
 * passphrase-sealed key: nobody guesses a passphrase who has no code.
 */
@Component
public class Codes {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET = 20; // RFC 4226 §4: 160 bits
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    private final JdbcClient database;
    private final CodeKey key;
    private final Clock clock;
    private final byte[] nobodys;

    Codes(JdbcClient database, CodeKey key, Clock clock) {
        this.database = database;
        this.key = key;
        this.clock = clock;
        this.nobodys = key.seal(NOBODY, secret());
    }

    /** Shows a new secret to somebody; it counts once it was confirmed with a code of it and adopted. */
    @Transactional
    public CodeSecret offer(UUID account) {
        var secret = secret();
        database.sql("""
                        insert into access.code_offer (account, secret, expires_at) values (:account, :secret, :expiresAt)
                        on conflict (account) do update
                        set secret = excluded.secret, expires_at = excluded.expires_at, confirmed_step = null""")
                .param("account", account)
                .param("secret", key.seal(account, secret))
                .param("expiresAt", Timestamp.from(clock.instant().plus(Challenges.FIND_A_PRINTER)))
                .update();
        return new CodeSecret(secret);
    }

    /**
     * Somebody shows that they took the offered secret into their authenticator.
     *
     * @throws org.enlace.Refused when the code is wrong or the offer too old
     */
    @Transactional
    public void confirm(UUID account, String code) {
        var secret = database.sql("select secret from access.code_offer where account = :account and expires_at > :now")
                .param("account", account)
                .param("now", Timestamp.from(clock.instant()))
                .query(byte[].class)
                .optional()
                .orElseThrow(AccessRefusal.CODE_WRONG::refused);
        var step = step(key.open(account, secret), code).orElseThrow(AccessRefusal.CODE_WRONG::refused);
        database.sql(
                        "update access.code_offer set confirmed_step = :step where account = :account and secret = :secret")
                .param("step", step)
                .param("account", account)
                .param("secret", secret)
                .update();
    }

    /**
     * The confirmed secret becomes this account's; the one before stops to count.
     *
     * @throws org.enlace.Refused when none was confirmed, or too long ago
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt(UUID account) {
        var adopted = database.sql("""
                        insert into access.code (account, secret, last_step, made_at)
                        select account, secret, confirmed_step, :now from access.code_offer
                        where account = :account and confirmed_step is not null and expires_at > :now
                        on conflict (account) do update
                        set secret = excluded.secret, last_step = excluded.last_step, made_at = excluded.made_at""")
                .param("account", account)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (adopted == 0) {
            throw AccessRefusal.CODE_WRONG.refused();
        }
        database.sql("delete from access.code_offer where account = :account")
                .param("account", account)
                .update();
    }

    /**
     * Whether this is a good code of this account, and the first time that it is given. For nobody's account the same work is done, so that the time taken does not
     * tell who has one.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean accept(@Nullable UUID account, String code) {
        var asked = account == null ? NOBODY : account;
        var secret = database.sql("select secret from access.code where account = :account")
                .param("account", asked)
                .query(byte[].class)
                .optional();
        var step = step(secret.isPresent() ? key.open(asked, secret.get()) : key.open(NOBODY, nobodys), code);
        var used = database.sql(
                        "update access.code set last_step = :step where account = :account and last_step < :step")
                .param("account", asked)
                .param("step", step.orElse(Long.MIN_VALUE))
                .update();
        return used == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID account) {
        database.sql("delete from access.code where account = :account")
                .param("account", account)
                .update();
    }

    /** The step that the code belongs to, among the present one, the one before and the one after. */
    private OptionalLong step(byte[] secret, String code) {
        var now = clock.instant().getEpochSecond() / GENERATOR.getTimeStep().toSeconds();
        var given = code.replaceAll("\\s", "").getBytes(StandardCharsets.US_ASCII);
        return LongStream.rangeClosed(now - 1, now + 1)
                .filter(step -> MessageDigest.isEqual(code(secret, step), given))
                .max();
    }

    private static byte[] code(byte[] secret, long step) {
        try {
            var at = Instant.ofEpochSecond(step * GENERATOR.getTimeStep().toSeconds());
            return GENERATOR
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), at)
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key for HMAC", e);
        }
    }

    private static byte[] secret() {
        var secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return secret;
    }
}

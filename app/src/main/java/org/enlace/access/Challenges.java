package org.enlace.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Challenges that were handed out and not yet used. Taking one removes it, in a transaction of its own: a proof that fails has used its challenge up all the same, so
 * that nobody gets two attempts at one, and an answer overheard is worth nothing.
 */
@Component
public class Challenges {

    /** Long enough for a person to find their glasses and the token in the drawer. */
    private static final Duration FIND_THE_GLASSES = Duration.ofMinutes(5);

    /** A new way to unlock is told to the server at the end of an enrolment, after its second way was printed and typed back. */
    static final Duration FIND_A_PRINTER = Duration.ofHours(1);

    private final JdbcClient database;
    private final Clock clock;

    Challenges(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param account whose proof it is for, or null when the proof itself will tell */
    @Transactional
    public Token make(Purpose purpose, @Nullable UUID account) {
        var challenge = Token.make();
        database.sql("""
                        insert into access.challenge (hash, purpose, account, expires_at)
                        values (:hash, :purpose, :account, :expiresAt)""")
                .param("hash", challenge.hash())
                .param("purpose", purpose.name())
                .param("account", account)
                .param("expiresAt", Timestamp.from(clock.instant().plus(purpose.life)))
                .update();
        return challenge;
    }

    /** Uses the challenge up; says whether it was there, for this purpose and this account, and in time. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean take(Token challenge, Purpose purpose, @Nullable UUID account) {
        var taken = database.sql("""
                        delete from access.challenge
                        where hash = :hash and purpose = :purpose and account is not distinct from :account and expires_at > :now""")
                .param("hash", challenge.hash())
                .param("purpose", purpose.name())
                .param("account", account, java.sql.Types.OTHER)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return taken == 1;
    }

    /** What a challenge is good for. */
    public enum Purpose {
        SIGN_IN_WITH_PASSKEY(FIND_THE_GLASSES),
        SIGN_IN_WITH_KEY(FIND_THE_GLASSES),
        PASSKEY(FIND_A_PRINTER),
        WAYS(FIND_THE_GLASSES),
        RECOVERY(FIND_THE_GLASSES),
        CASE_SYSTEM(FIND_THE_GLASSES);

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }
    }
}

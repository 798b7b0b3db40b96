package org.enlace.access;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often something was tried, in leaky buckets.
 *
 * <p>Threat: a hundred tries at the same moment, at several processes, of which each reads "four so far" and goes on. So a try is counted before it is made, by
 * one statement that the database runs one after another for the same bucket, in a transaction that is over before the try begins. If the database cannot be asked,
 * the exception ends the try.
 */
@Component
class Tries {

    /** Two processes are never so far apart: a later time is one of a clock that was wrong. What is let in after it was put right begins to leak from now on, and not from then. */
    private static final Duration APART = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final Clock clock;

    Tries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Counts one try.
     *
     * @return zero when it may be made, else the time after which it may be; a try that may not be made is not counted
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Duration count(Limit limit, String subject) {
        var counted = database.sql("""
                        insert into access.tries as t (subject, level, at) values (:subject, 1, :now)
                        on conflict (subject) do update
                        set level = greatest(0, t.level - greatest(0, extract(epoch from excluded.at - t.at)) / :leak) + 1,
                            at = case when t.at < excluded.at + :apart * interval '1 second' then greatest(t.at, excluded.at) else excluded.at end
                        where greatest(0, t.level - greatest(0, extract(epoch from excluded.at - t.at)) / :leak) + 1 <= :most""")
                .param("subject", Token.sha256((limit.name() + ' ' + subject).getBytes(StandardCharsets.UTF_8)))
                .param("now", Timestamp.from(clock.instant()))
                .param("most", limit.most)
                .param("leak", limit.leak.toMillis() / 1000.0)
                .param("apart", APART.toSeconds())
                .update();
        return counted == 1 ? Duration.ZERO : limit.leak;
    }

    /** What is limited: so many at once, and one more after each pause. */
    enum Limit {
        /** Three codes of a million fit at any moment: one in 2 300 succeeds in a day of tries without a pause. */
        SIGN_IN_BY_ACCOUNT(5, Duration.ofMinutes(10)),
        SIGN_IN_BY_ADDRESS(30, Duration.ofSeconds(20)),
        SIGN_IN_BY_ANYBODY(600, Duration.ofMillis(200)),
        RECOVERY_BY_ACCOUNT(3, Duration.ofHours(8)),
        RECOVERY_BY_ADDRESS(10, Duration.ofMinutes(20)),
        RECOVERY_BY_ANYBODY(200, Duration.ofMinutes(1)),
        /** One code of a hundred million is good at a time: an officer who guesses without a pause finds one in some 400 years. */
        CALL_BY_ACCOUNT(6, Duration.ofMinutes(2)),
        CALL_BY_ADDRESS(60, Duration.ofSeconds(20)),
        CALL_BY_ANYBODY(600, Duration.ofMillis(200)),
        PROGRAM_BY_TOKEN(600, Duration.ofMillis(100)),
        TOKEN_BY_ADDRESS(60, Duration.ofSeconds(10));

        private final int most;
        private final Duration leak;

        Limit(int most, Duration leak) {
            this.most = most;
            this.leak = leak;
        }

        int most() {
            return most;
        }
    }
}

package org.enlace.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.core.NestedExceptionUtils;

/** Runs a transaction again when the database asks for it: two met, and one has to give way. */
public final class Retry {

    private static final int ATTEMPTS = 5;
    private static final Set<String> GIVE_WAY = Set.of("40001", "40P01"); // serialization failure, deadlock

    private Retry() {}

    /** Answers what the transaction does: a whole one, begun and ended within, that may run up to five times. */
    public static <T> T onConflict(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException failed) {
                if (attempt == ATTEMPTS || !mustGiveWay(failed)) throw failed;
                var longest = Duration.ofMillis(10L << attempt).toNanos();
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
            }
        }
    }

    private static boolean mustGiveWay(RuntimeException failed) {
        return NestedExceptionUtils.getMostSpecificCause(failed) instanceof SQLException cause
                && GIVE_WAY.contains(String.valueOf(cause.getSQLState()));
    }
}

package org.enlace.custody;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.enlace.ui.Vital;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries are given their index within a second; where that does not happen, nobody gets a receipt. */
@Component
class LogVital implements Vital {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JdbcClient database;
    private final Clock clock;

    LogVital(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public Finding look() {
        try {
            return oldest().map(age -> new Finding(
                            age.compareTo(PATIENCE) < 0,
                            "the oldest entry without an index waits since %d s".formatted(age.toSeconds())))
                    .orElseGet(() -> new Finding(true, "every entry has its index"));
        } catch (DataAccessException away) {
            return new Finding(false, "the database does not answer");
        }
    }

    /** How long ago the oldest was made, as its id says: a UUIDv7 begins with the milliseconds since 1970. */
    private Optional<Duration> oldest() {
        return database.sql("select entry from custody_work.pending order by entry limit 1")
                .query(java.util.UUID.class)
                .optional()
                .map(id -> Duration.ofMillis(clock.millis() - (id.getMostSignificantBits() >>> 16)));
    }
}

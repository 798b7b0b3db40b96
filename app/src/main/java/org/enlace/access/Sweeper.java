package org.enlace.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes what is of no use any more. Nothing depends on its running: every reader asks for the time too. */
@Component
class Sweeper {

    /** How long an ended session can still be looked up when somebody asks who was here. */
    private static final Duration SESSIONS_KEPT = Duration.ofDays(90);

    /** The slowest bucket is empty after this. */
    private static final Duration TRIES_KEPT = Duration.ofDays(2);

    /** A page is pressed again within minutes, or after a night with the lid closed. */
    private static final Duration PRESSES_KEPT = Duration.ofDays(1);

    private final JdbcClient database;
    private final AccessSettings settings;
    private final Clock clock;

    Sweeper(JdbcClient database, AccessSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT3M")
    @Transactional
    public void sweep() {
        var now = clock.instant();
        remove("delete from access.challenge where expires_at < :before", Timestamp.from(now));
        remove("delete from access.code_offer where expires_at < :before", Timestamp.from(now));
        remove("delete from access.pressed where at < :before", Timestamp.from(now.minus(PRESSES_KEPT)));
        remove("delete from access.tries where at < :before", Timestamp.from(now.minus(TRIES_KEPT)));
        remove(
                "delete from access.session where made_at < :before",
                Timestamp.from(now.minus(settings.absolute()).minus(SESSIONS_KEPT)));
    }

    private void remove(String sql, Timestamp before) {
        database.sql(sql).param("before", before).update();
    }
}

package org.enlace.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The forms that were pressed within the last day, and where each of them led. */
@Component
class PressedForms {

    /** After this a press that never ended was cut off by the end of the program: the next one counts. */
    private static final Duration ABANDONED = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final Clock clock;

    PressedForms(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether this press is the first; of two at once only one is. */
    boolean isFirst(byte[] press) {
        var now = clock.instant();
        return database.sql("""
                        insert into access.pressed values (:press, :now, null)
                        on conflict (press) do update set at = excluded.at
                        where pressed.led_to is null and pressed.at < :abandoned
                        """)
                        .param("press", press)
                        .param("now", Timestamp.from(now))
                        .param("abandoned", Timestamp.from(now.minus(ABANDONED)))
                        .update()
                == 1;
    }

    void led(byte[] press, String to) {
        database.sql("update access.pressed set led_to = :to where press = :press")
                .param("press", press)
                .param("to", to)
                .update();
    }

    /** It changed nothing, so it can be pressed again. */
    void forget(byte[] press) {
        database.sql("delete from access.pressed where press = :press and led_to is null")
                .param("press", press)
                .update();
    }

    /** Empty while the first press is still at work, or when it changed nothing. */
    Optional<String> whereItLed(byte[] press) {
        return database.sql("select led_to from access.pressed where press = :press and led_to is not null")
                .param("press", press)
                .query(String.class)
                .optional();
    }
}

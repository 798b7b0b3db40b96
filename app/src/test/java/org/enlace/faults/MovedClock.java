package org.enlace.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Moves the clock of an application that runs in a process of its own, while it runs: by the seconds in the file that {@code enlace.test.clock} names. All of Enlace
 * reads one clock ({@code HouseTests.nobodyReadsTheClockDirectly}); PostgreSQL reads the machine's.
 */
public final class MovedClock implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var file = context.getEnvironment().getProperty("enlace.test.clock");
        if (file != null && context instanceof GenericApplicationContext application) {
            application.registerBean(
                    "movedClock", Clock.class, () -> new Moved(Path.of(file)), bean -> bean.setPrimary(true));
        }
    }

    private static final class Moved extends Clock {

        private static final long FRESH = Duration.ofMillis(20).toNanos();

        private final Path file;
        private volatile long read = System.nanoTime() - FRESH;
        private volatile long seconds;

        Moved(Path file) {
            this.file = file;
        }

        @Override
        public Instant instant() {
            if (System.nanoTime() - read >= FRESH) {
                seconds = look();
                read = System.nanoTime();
            }
            return Instant.now().plusSeconds(seconds);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return zone.equals(ZoneOffset.UTC) ? this : Clock.offset(Clock.system(zone), Duration.ofSeconds(seconds));
        }

        private long look() {
            try {
                return Files.exists(file)
                        ? Long.parseLong(Files.readString(file).strip())
                        : 0;
            } catch (IOException | NumberFormatException beingWritten) {
                return seconds;
            }
        }
    }
}

package org.enlace.changes;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets scans that nobody came back to finish. */
@Component
class ScanCleaning {

    private static final Logger LOG = LoggerFactory.getLogger(ScanCleaning.class);

    private final ScanRows rows;
    private final ScanSettings settings;
    private final Clock clock;

    ScanCleaning(ScanRows rows, ScanSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT6M", fixedDelayString = "PT1H")
    void clean() {
        var forgotten = rows.forgetUnfinished(clock.instant().minus(settings.keepUnfinished()));
        if (forgotten > 0) {
            LOG.info("{} scans that never arrived were forgotten", forgotten);
        }
    }
}

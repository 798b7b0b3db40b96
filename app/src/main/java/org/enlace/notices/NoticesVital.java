package org.enlace.notices;

import java.time.Clock;
import java.time.Duration;
import org.enlace.ui.Vital;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** A queue that does not move is ill even when the process is not. Also the sign that the database answers. */
@Component
class NoticesVital implements Vital {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Notices notices;
    private final Clock clock;

    NoticesVital(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public Finding look() {
        try {
            return notices.oldestUnsent()
                    .map(since -> Duration.between(since, clock.instant()))
                    .map(age -> new Finding(
                            age.compareTo(PATIENCE) < 0,
                            "the oldest unsent notice waits since %d s".formatted(age.toSeconds())))
                    .orElseGet(() -> new Finding(true, held(notices.held())));
        } catch (DataAccessException e) {
            return new Finding(false, "the database does not answer");
        }
    }

    private static String held(int letters) {
        return letters == 0 ? "nothing waits" : "%d held until their hour, no other".formatted(letters);
    }
}

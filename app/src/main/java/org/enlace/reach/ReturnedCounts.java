package org.enlace.reach;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.enlace.Viewer;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** How many letters did not arrive that concern a person. The entry of the menu asks with every page, so it is worked out once in a while. */
@Component
class ReturnedCounts {

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private final Returned returned;
    private final Clock clock;
    private final Map<UUID, Counted> kept = new ConcurrentHashMap<>();

    ReturnedCounts(Returned returned, Clock clock) {
        this.returned = returned;
        this.clock = clock;
    }

    /** A page is shown also where the count is not to be had. */
    int of(Viewer viewer) {
        var account = viewer.account();
        if (account == null) {
            return 0;
        }
        var now = clock.instant();
        var counted = kept.get(account);
        if (counted == null || !now.isBefore(counted.at().plus(GOOD_FOR))) {
            counted = new Counted(count(viewer), now);
            kept.put(account, counted);
        }
        return counted.number();
    }

    void forget(UUID account) {
        kept.remove(account);
    }

    private int count(Viewer viewer) {
        try {
            return returned.of(viewer).size();
        } catch (DataAccessException unavailable) {
            return 0;
        }
    }

    private record Counted(int number, Instant at) {}
}

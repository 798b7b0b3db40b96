package org.enlace.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.enlace.Role;
import org.enlace.Viewer;
import org.springframework.stereotype.Component;

/** The number beside the entry of the menu. It stands on every page, so it is worked out once in a while for the secretariat and for each state, not for each page. */
@Component
class Counts {

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private final OpenItems items;
    private final Clock clock;
    private final Map<String, Counted> kept = new ConcurrentHashMap<>();

    Counts(OpenItems items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    int of(Viewer viewer) {
        var now = clock.instant();
        var whose = viewer.is(Role.SECRETARIAT) ? "" : String.valueOf(viewer.state());
        var counted = kept.get(whose);
        if (counted == null || !now.isBefore(counted.at().plus(GOOD_FOR))) {
            counted = new Counted(items.count(viewer), now);
            kept.put(whose, counted);
        }
        return counted.number();
    }

    private record Counted(int number, Instant at) {}
}

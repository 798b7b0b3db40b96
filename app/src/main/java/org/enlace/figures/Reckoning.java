package org.enlace.figures;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts, and remembers for some minutes what was counted: a year of all states is a walk through every act of it. */
@Component
class Reckoning {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 64;

    private final Courses courses;
    private final Clock clock;
    private final Map<Scope, Figures> kept = new ConcurrentHashMap<>();

    Reckoning(Courses courses, Clock clock) {
        this.courses = courses;
        this.clock = clock;
    }

    Figures of(Scope scope) {
        var now = clock.instant();
        kept.values().removeIf(figures -> figures.at().plus(KEPT).isBefore(now));
        if (kept.size() >= MOST) {
            kept.clear();
        }
        return kept.computeIfAbsent(scope, asked -> Figures.of(courses.of(asked), now));
    }
}

package org.enlace.systems;

import java.time.Duration;

/** How long a token is good for: a year at most, so that one that was forgotten somewhere dies by itself. The words are {@code life.<NAME>}. */
enum Life {
    MONTH(30),
    QUARTER(90),
    YEAR(365);

    private final Duration duration;

    Life(int days) {
        this.duration = Duration.ofDays(days);
    }

    Duration duration() {
        return duration;
    }
}

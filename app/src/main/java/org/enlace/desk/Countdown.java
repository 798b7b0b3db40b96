package org.enlace.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.enlace.ui.Words;

/** How long until a last moment, or how long since it has passed. */
record Countdown(Instant due, Instant now) {

    private static final Duration SOON = Duration.ofHours(24);

    boolean isLate() {
        return !now.isBefore(due);
    }

    /** The class of the style sheet: late, soon, or nothing. */
    String style() {
        return isLate() ? "late" : Duration.between(now, due).compareTo(SOON) <= 0 ? "soon" : "";
    }

    /** "in 30 min", "2 h overdue": whole minutes up to two hours, whole hours up to two days, then days. */
    String say(Words words) {
        var left = Duration.between(now, due).abs();
        var key = isLate() ? "late." : "left.";
        if (left.compareTo(Duration.ofHours(2)) < 0) {
            return words.say(key + "minutes", left.toMinutes());
        }
        return left.compareTo(Duration.ofDays(2)) < 0
                ? words.say(key + "hours", left.toHours())
                : words.say(key + "days", left.toDays());
    }

    /** The last moment that is in time, as people say it: the end of a day is the day's last minute, not the next day's first. */
    Instant last(ZoneId zone) {
        var local = due.atZone(zone);
        return local.getHour() == 0 && local.getMinute() == 0 ? due.minusSeconds(60) : due;
    }
}

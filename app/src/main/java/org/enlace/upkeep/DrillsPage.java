package org.enlace.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * The points that answer day and night, and how long they took when they were drilled.
 *
 * @param mayStart whether the viewer may start a drill
 * @param mail whether this installation sends mail at all
 */
record DrillsPage(List<Drills.Drilled> drilled, boolean mayStart, boolean mail, Instant now) implements Page {

    @Override
    public String title(Words words) {
        return words.say("drills.title");
    }

    static Optional<Question> last(Drills.Drilled one) {
        return one.drills().stream().findFirst();
    }

    Question.Outcome outcome(Question drill) {
        return drill.outcome(now);
    }

    long failures(Drills.Drilled one) {
        return one.drills().stream()
                .filter(drill -> drill.outcome(now).isFailure())
                .count();
    }

    /** "4 minutes", "3 h 20 min". */
    static String took(Duration time, Words words) {
        return time.toHours() < 2
                ? words.say("drill.minutes", time.toMinutes())
                : words.say("drill.hours", time.toHours(), time.toMinutesPart());
    }
}

package org.enlace.reminders;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.enlace.exchange.Outstanding;
import org.enlace.notices.Notices;
import org.springframework.stereotype.Component;

/**
 * Reminders that were queued and are not true any more: somebody took the request in charge, handed it on, closed it or decided what follows before the letter left.
 * They are not sent.
 */
@Component
class Overtaken {

    private final Outstanding outstanding;
    private final Notices notices;
    private final Clock clock;

    Overtaken(Outstanding outstanding, Notices notices, Clock clock) {
        this.outstanding = outstanding;
        this.notices = notices;
        this.clock = clock;
    }

    void withdraw() {
        var unsent = notices.unsent(Letters.KEYS);
        if (unsent.isEmpty()) {
            return;
        }
        var running = running();
        unsent.stream()
                .filter(key -> running.stream().noneMatch(run -> Letters.areAbout(key, run.request(), run.due())))
                .forEach(notices::withdraw);
    }

    private Set<Run> running() {
        var running = new HashSet<Run>();
        outstanding
                .unacknowledged(ReminderRounds.OLDEST)
                .forEach(late -> running.add(new Run(late.item().request(), late.due())));
        outstanding
                .undecided(ReminderRounds.OLDEST)
                .forEach(guarantee -> running.add(new Run(guarantee.item().request(), guarantee.until())));
        outstanding
                .overdue(ReminderRounds.LONGEST)
                .forEach(overdue -> Step.overdue(overdue.due(), overdue.lastAct(), clock.instant())
                        .ifPresent(hour -> running.add(new Run(overdue.item().request(), hour))));
        return running;
    }

    private record Run(UUID request, Instant due) {}
}

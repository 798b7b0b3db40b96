package org.enlace.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.enlace.Refused;
import org.enlace.exchange.Outstanding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute at what runs. Which steps are to be taken follows from what is stored; several processes may look at once. */
@Component
class ReminderRounds {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderRounds.class);

    /** What has been late for longer than this is not news any more: it stands on the desks. */
    static final Duration OLDEST = Duration.ofDays(30);

    /** What nobody touched for a year although a date had passed is a matter for people, and not for one letter more each week. */
    static final Duration LONGEST = Duration.ofDays(365);

    private final Outstanding outstanding;
    private final Steps steps;
    private final Telling telling;
    private final Overtaken overtaken;
    private final Clock clock;

    ReminderRounds(Outstanding outstanding, Steps steps, Telling telling, Overtaken overtaken, Clock clock) {
        this.outstanding = outstanding;
        this.steps = steps;
        this.telling = telling;
        this.overtaken = overtaken;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${enlace.reminders.round:1m}", fixedDelayString = "${enlace.reminders.round:1m}")
    void look() {
        overtaken.withdraw();
        var now = clock.instant();
        for (var late : outstanding.unacknowledged(OLDEST)) {
            take(late.item(), Step.climbed(late.sent(), late.due(), late.opened(), now), late.due());
        }
        for (var guarantee : outstanding.undecided(OLDEST)) {
            take(guarantee.item(), Step.reminded(guarantee.from(), guarantee.until(), now), guarantee.until());
        }
        for (var overdue : outstanding.overdue(LONGEST)) {
            Step.overdue(overdue.due(), overdue.lastAct(), now).ifPresent(hour -> takeAgain(overdue, hour));
        }
    }

    private void takeAgain(Outstanding.Overdue overdue, Instant hour) {
        if (!steps.of(overdue.item().request(), hour).contains(Step.OVERDUE)) {
            tried(() -> telling.take(Step.OVERDUE, overdue.item(), overdue.due(), hour));
        }
    }

    /** Of a guarantee's reminders the last one that is due is sent, so that a server that was down for a week does not send five at once; a ladder is climbed rung by rung. */
    private void take(Outstanding.Item item, List<Step> due, Instant deadline) {
        var taken = due.isEmpty() ? Set.<Step>of() : steps.of(item.request(), deadline);
        var open = due.stream().filter(step -> !taken.contains(step)).toList();
        for (var step : open) {
            var told = step.isOfLadder() || step == open.getLast();
            if (!tried(() -> {
                if (told) {
                    telling.take(step, item, deadline);
                } else {
                    telling.pass(step, item, deadline);
                }
            })) {
                return;
            }
        }
    }

    private static boolean tried(Runnable step) {
        try {
            step.run();
            return true;
        } catch (DataAccessException | Refused impossibleNow) {
            LOG.warn("A reminder could not be entered and queued, it is tried again: {}", impossibleNow.getMessage());
            return false;
        }
    }
}

package org.enlace.reminders;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.enlace.custody.Custody;
import org.enlace.exchange.Outstanding.Item;
import org.enlace.ledger.Entry;
import org.enlace.ledger.Reminder;
import org.enlace.notices.Notices;
import org.enlace.procedure.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Takes one step: signs what it says, enters that into the log, keeps it and queues its letters, all in one transaction. */
@Component
class Telling {

    private final Steps steps;
    private final Letters letters;
    private final Notices notices;
    private final Custody custody;
    private final Clock clock;

    Telling(Steps steps, Letters letters, Notices notices, Custody custody, Clock clock) {
        this.steps = steps;
        this.letters = letters;
        this.notices = notices;
        this.custody = custody;
        this.clock = clock;
    }

    /**
     * Also where there is nobody to tell: that is what the requesting side must be able to show.
     *
     * @param due the deadline that the step is about
     * @throws org.enlace.Refused while nothing can be dated
     */
    @Transactional
    public void take(Step step, Item item, Instant due) {
        take(step, item, due, due);
    }

    /**
     * The same for what is told more than once.
     *
     * @param hour at which it is told of the deadline; one step is taken for each
     */
    @Transactional
    public void take(Step step, Item item, Instant due, Instant hour) {
        var written = letters.of(step, item, hour);
        var said = said(step, item, due, written);
        var jws = custody.sign(said);
        var entry = custody.append(Entry.Kind.REMINDER, null, jws.digest(), said.time());
        if (steps.take(said, hour, jws, entry)) {
            written.all().forEach(notices::queue);
        } else {
            // Another process was faster: its record stands in the log, and this one must not.
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
    }

    /** A step that a later one overtook before anybody looked: kept, so that it is not taken any more. Nobody was told, and nothing is signed. */
    @Transactional
    public void pass(Step step, Item item, Instant due) {
        steps.pass(item.request(), step, due, clock.instant());
    }

    private Reminder said(Step step, Item item, Instant due, Letters.Written written) {
        var wasToAct = step.isOfLadder() || item.turn() == Side.REQUESTED ? item.requested() : item.requesting();
        return new Reminder(
                Generators.timeBasedEpochGenerator().generate(),
                item.request(),
                item.cause().act(),
                item.cause().digest(),
                Reminder.Step.of(step.code()),
                wasToAct.authority(),
                due.truncatedTo(ChronoUnit.MILLIS),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                new Reminder.Letters(
                        written.requested().size(), written.requesting().size()));
    }
}

package org.enlace.reminders;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.enlace.ledger.Reminder;
import org.enlace.ui.Part;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * The steps that were taken for a request; nothing at all where there are none.
 *
 * @param zone in which the duty lies
 */
record RemindersPart(List<Line> steps, ZoneId zone) implements Part {

    /**
     * One step.
     *
     * @param letters how many, to which side; null for steps taken before that was signed
     * @param index in the custody log; null also while the log is late
     */
    record Line(
            Step step,
            Instant at,
            Reminder.@Nullable Letters letters,
            @Nullable Long index) {

        /** What had not happened and, where somebody could be told, who was. */
        String fact(Words words) {
            var namesReaders = step.isOfLadder() || step == Step.LAPSED;
            return words.say((toldNobody() && namesReaders ? "reminders.fact." : "reminders.step.") + step.code());
        }

        boolean toldNobody() {
            return letters != null && letters.isNone();
        }

        /** How many letters went to whom; empty for steps taken before that was signed. */
        String told(Words words) {
            if (letters == null) {
                return "";
            }
            return step.isOfLadder() || step == Step.OVERDUE
                    ? words.say("reminders.letters", letters.requested(), letters.requesting())
                    : words.say("reminders.letters.requesting", letters.requesting());
        }
    }
}

package org.enlace.mandates;

import java.time.LocalDate;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/** The days of a mandate in words. */
final class MandateWords {

    private MandateWords() {}

    static String term(Mandate mandate, Words words) {
        return days(mandate.term().since(), mandate.term().until(), words);
    }

    /** Empty when the person acts. */
    static String suspension(Mandate mandate, Words words) {
        var since = mandate.term().suspendedSince();
        return since == null ? "" : days(since, mandate.term().suspendedUntil(), words);
    }

    /** The days that matter beside what the mandate is on this day. */
    static String standing(Mandate mandate, LocalDate on, Words words) {
        return mandate.status(on) == Status.SUSPENDED ? suspension(mandate, words) : term(mandate, words);
    }

    private static String days(LocalDate since, @Nullable LocalDate until, Words words) {
        return until == null
                ? words.say("mandate.term.open", words.date(since))
                : words.say("mandate.term.closed", words.date(since), words.date(until));
    }
}

package org.enlace.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.enlace.directory.Authority;
import org.jspecify.annotations.Nullable;

/**
 * The questions of one purpose that one authority was asked, newest first, and what follows from them at a moment: whom to ask next, and when.
 *
 * <p>What counts as a failure is in decision 38: a mail that came back, or a link that nobody used. Failures are counted for an address, so that a corrected mailbox
 * begins anew, and the deputy's answer does not make a dead mailbox look alive.
 */
record History(List<Question> questions, Instant now) {

    static final int MAILBOX_FAILURES = 5;
    static final int DEPUTY_FAILURES = 2;

    /** So many days before an entry expires it is asked about once more. */
    static final int DAYS_BEFORE = 14;

    private static final Duration UNSENT_PAUSE = Duration.ofDays(1);

    Optional<Question> last() {
        return questions.stream().findFirst();
    }

    int nextNumber() {
        return last().map(Question::number).orElse(0) + 1;
    }

    /** Whether somebody was asked and can still answer. */
    boolean isWaiting() {
        return last().filter(question -> question.rung() != Question.Rung.COORDINATORS)
                .map(question -> question.outcome(now) == Question.Outcome.OPEN)
                .orElse(false);
    }

    /** How many questions to this address failed in a row. What is still open, or never left, interrupts nothing. */
    int failures(@Nullable String address) {
        var failures = 0;
        for (var question : questions) {
            if (question.recipient().equals(address)) {
                var outcome = question.outcome(now);
                if (outcome == Question.Outcome.ANSWERED) {
                    return failures;
                }
                failures += outcome.isFailure() ? 1 : 0;
            }
        }
        return failures;
    }

    boolean isDead(Authority.Reach reach) {
        return failures(reach.mailbox()) >= MAILBOX_FAILURES;
    }

    /** Who is asked next. */
    Question.Rung rung(Authority.Reach reach) {
        if (!isDead(reach)) {
            return Question.Rung.MAILBOX;
        }
        var deputy = reach.deputy();
        return deputy != null && failures(deputy) < DEPUTY_FAILURES ? Question.Rung.DEPUTY : Question.Rung.COORDINATORS;
    }

    /**
     * Whether the next question about the entry is due.
     *
     * @param expires the last day on which the entry can be relied on, or null
     */
    boolean isDue(UpkeepSettings settings, @Nullable LocalDate expires, LocalDate today) {
        if (settings.ask().isZero()) {
            return false;
        }
        if (questions.isEmpty()) {
            return true;
        }
        var last = questions.getFirst();
        var age = Duration.between(last.askedAt(), now);
        return switch (last.outcome(now)) {
            case OPEN -> last.rung() == Question.Rung.COORDINATORS && age.compareTo(settings.ask()) >= 0;
            case CAME_BACK, SILENCE -> age.compareTo(settings.again()) >= 0;
            case NOT_SENT -> age.compareTo(UNSENT_PAUSE) >= 0;
            case ANSWERED -> age.compareTo(settings.ask()) >= 0 || expiresSoon(last, expires, today);
        };
    }

    private static boolean expiresSoon(Question last, @Nullable LocalDate expires, LocalDate today) {
        if (expires == null) {
            return false;
        }
        var from = expires.minusDays(DAYS_BEFORE);
        return !today.isBefore(from) && Days.of(last.askedAt()).isBefore(from);
    }
}

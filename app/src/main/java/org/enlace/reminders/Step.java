package org.enlace.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.enlace.clocks.Periods;
import org.jspecify.annotations.Nullable;

/** A step that can be taken when nothing happens. */
enum Step {
    DEPUTY,
    COORDINATORS,
    HALF,
    THREE_QUARTERS,
    NINE_TENTHS,
    DAYS_14,
    DAYS_7,
    DAYS_3,
    DAY_1,
    LAPSED,
    OVERDUE;

    /** How much longer than its target a request waits before the coordinators hear of it: as long again, but within these. */
    private static final Duration SHORTEST_SECOND_WAIT = Duration.ofMinutes(30);

    private static final Duration LONGEST_SECOND_WAIT = Duration.ofDays(1);

    private static final List<Step> LADDER = List.of(DEPUTY, COORDINATORS);

    /** A date that passed is told again after so long, until something happens. */
    private static final Duration AGAIN = Duration.ofDays(7);

    /** The word in the database, and in the keys of the room's words. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Step of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    boolean isOfLadder() {
        return LADDER.contains(this);
    }

    /**
     * The steps of the ladder that are to be taken by now. Somebody who opened it gets as long again before anybody is told: reminders stop when they were heard, and
     * begin again when nothing came of it.
     *
     * @param opened when somebody last opened it, or null while nobody has
     */
    static List<Step> climbed(Instant sent, Instant due, @Nullable Instant opened, Instant now) {
        var target = Duration.between(sent, due);
        var again = target.compareTo(SHORTEST_SECOND_WAIT) < 0
                ? SHORTEST_SECOND_WAIT
                : target.compareTo(LONGEST_SECOND_WAIT) > 0 ? LONGEST_SECOND_WAIT : target;
        var heard = opened == null ? due : opened.plus(again);
        var first = heard.isAfter(due) ? heard : due;
        return now.isBefore(first) ? List.of() : now.isBefore(first.plus(again)) ? List.of(DEPUTY) : LADDER;
    }

    /**
     * The last hour at which it is to be told that a date has passed: when it passes, and each week after; whatever is done meanwhile earns a week. Empty while none has
     * come.
     */
    static Optional<Instant> overdue(Instant due, Instant lastAct, Instant now) {
        var first = lastAct.isAfter(due) ? lastAct.plus(AGAIN) : due;
        var often = Duration.between(first, now).dividedBy(AGAIN);
        return now.isBefore(first) ? Optional.empty() : Optional.of(first.plus(AGAIN.multipliedBy(often)));
    }

    /** The reminders of a guarantee that are to be sent by now, in the order of time. */
    static List<Step> reminded(Instant from, Instant until, Instant now) {
        return Arrays.stream(values())
                .filter(step -> !step.isOfLadder() && step != OVERDUE)
                .filter(step -> !now.isBefore(step.at(from, until)))
                .sorted(Comparator.comparing((Step step) -> step == LAPSED).thenComparing(step -> step.at(from, until)))
                .toList();
    }

    private Instant at(Instant from, Instant until) {
        return switch (this) {
            case HALF -> Periods.share(from, until, 0.50);
            case THREE_QUARTERS -> Periods.share(from, until, 0.75);
            case NINE_TENTHS -> Periods.share(from, until, 0.90);
            case DAYS_14 -> until.minus(Duration.ofDays(14));
            case DAYS_7 -> until.minus(Duration.ofDays(7));
            case DAYS_3 -> until.minus(Duration.ofDays(3));
            case DAY_1 -> until.minus(Duration.ofDays(1));
            case LAPSED -> until;
            case DEPUTY, COORDINATORS, OVERDUE ->
                throw new IllegalStateException("a step that has no place in a guarantee: " + this);
        };
    }
}

package org.enlace.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.exchange.Holding;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a request that an authority keeps.
 *
 * @param period chosen for its kind; null where it is kept for ever
 * @param due when the period ends, counted from the last activity, and not before its last hold was lifted; null without a period
 * @param announced when it was announced, by the number of days ahead
 * @param holds that stand
 * @param proposal to give it up that waits for another officer, or null
 */
record Prospect(
        Holding holding,
        @Nullable Period period,
        @Nullable Instant due,
        Map<Integer, Instant> announced,
        List<Hold> holds,
        @Nullable UUID proposal,
        Instant now) {

    /** The list on which it stands. */
    enum Verdict {
        HELD,
        FOR_EVER,
        /** More than a month is left. */
        NOT_YET,
        /** Its time is over, or soon will be, and something about it is open. */
        OPEN,
        /** It may go on a day that has been, or is being, announced. */
        ANNOUNCED,
        MAY_GO,
        /** An officer proposed to give it up; another one is waited for. */
        PROPOSED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    UUID request() {
        return holding.request();
    }

    Verdict verdict() {
        if (!holds.isEmpty()) {
            return Verdict.HELD;
        }
        if (due == null) {
            return Verdict.FOR_EVER;
        }
        if (now.isBefore(due.minus(days(Announcements.FIRST)))) {
            return Verdict.NOT_YET;
        }
        if (holding.isOpen()) {
            return Verdict.OPEN;
        }
        return proposal != null ? Verdict.PROPOSED : mayGo() ? Verdict.MAY_GO : Verdict.ANNOUNCED;
    }

    /** Whether it may be given up now: nothing is open, nobody holds it, its time is over and both notices are as old as they must be. */
    boolean mayGo() {
        var from = from();
        return from != null
                && holds.isEmpty()
                && !holding.isOpen()
                && announced.containsKey(Announcements.FIRST)
                && announced.containsKey(Announcements.LAST)
                && !now.isBefore(from);
    }

    /** From when it may go, as things are: when its time ends, and never sooner than the notices allow, be they late. Null without a period. */
    @Nullable
    Instant from() {
        if (due == null) {
            return null;
        }
        var first = announced.getOrDefault(Announcements.FIRST, now).plus(days(Announcements.FIRST));
        var last = announced.get(Announcements.LAST);
        return Stream.of(due, first, last == null ? due : last.plus(days(Announcements.LAST)))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** The notice that is to go out now; null when none is. */
    @Nullable
    Integer announcing() {
        var from = from();
        if (verdict() != Verdict.ANNOUNCED || from == null) {
            return null;
        }
        if (!announced.containsKey(Announcements.FIRST)) {
            return Announcements.FIRST;
        }
        var near = !now.isBefore(from.minus(days(Announcements.LAST)));
        return near && !announced.containsKey(Announcements.LAST) ? Announcements.LAST : null;
    }

    private static Duration days(int number) {
        return Duration.ofDays(number);
    }
}

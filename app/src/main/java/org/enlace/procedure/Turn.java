package org.enlace.procedure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.enlace.ledger.Until;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is, to do what, by when.
 *
 * @param due the last moment, or null when no period runs
 */
public record Turn(Side side, Task task, @Nullable Instant due) {

    /**
     * The ends of periods, each null where none runs.
     *
     * @param inCharge by when it should be taken in charge
     * @param bound the end of the first other period that runs for the requested side; what was promised may come before it, never after
     * @param progress by when it should be said how the request stands, where that was asked
     * @param others by when what the other side waits for besides should be done
     */
    public record Ends(
            @Nullable Instant inCharge,
            @Nullable Instant bound,
            @Nullable Instant progress,
            Map<Task, Instant> others) {

        @Nullable
        Instant of(Task task) {
            return others.get(task);
        }
    }

    /** What is waited for. */
    public enum Task {
        OPEN,
        TAKE_IN_CHARGE,
        /** Do what was asked, or say why not. */
        EXECUTE,
        /** The requesting side asks how it stands. */
        PROGRESS,
        /** It is executed; its result is to be sent. */
        RESULT,
        ANSWER,
        /** After a notice under Art. 29(6): go on nevertheless, or withdraw. */
        DECIDE,
        /** The guarantee ends soon: extend it, or send the request for mutual assistance. */
        FOLLOW_UP,
        /** The guarantee has ended and nobody has decided what follows: let it lapse, close, or follow up all the same. */
        DECIDE_LAPSE,
        /** A result has arrived: accept its conditions. */
        RECEIVE,
        /** The conditions of the request cannot be accepted: take it back and send it under others, or say that they stand. */
        SEND_AGAIN,
        /** Those of a result cannot: give it under others, or say that they stand. */
        GIVE_AGAIN,
        /** The requesting side asks to use a result for more than it was given for. */
        GRANT_USE,
        /** The requesting side asks that what it sent be destroyed. */
        DESTROY;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it comes with the hour and not with an act: it is seen when somebody looks, and written nowhere. */
        public boolean isOfTheHour() {
            return this == FOLLOW_UP || this == DECIDE_LAPSE;
        }
    }

    /**
     * The turn of a request; null when nothing is waited for.
     *
     * @param ends of the periods that its form sets
     * @param warnBefore how long before a guarantee ends the requesting side is warned
     */
    public static @Nullable Turn of(Request request, Ends ends, Duration warnBefore, Instant now) {
        var standing = request.standing();
        var zone = request.requested().zone();
        var asked = standing.asked();
        if (asked != null) {
            return new Turn(Side.REQUESTING, Task.ANSWER, Standing.endOf(asked.due(), zone));
        }
        if (standing.destruction()) {
            return new Turn(Side.REQUESTED, Task.DESTROY, ends.of(Task.DESTROY));
        }
        var use = standing.results().asked();
        if (use != null) {
            return new Turn(Side.REQUESTED, Task.GRANT_USE, Standing.endOf(use.due(), zone));
        }
        var turn = byStage(request, ends, warnBefore, now);
        return Enquiry.open(request).isPresent() ? enquired(turn, ends.progress()) : turn;
    }

    /** How it stands is to be said, unless more is due before. */
    private static Turn enquired(@Nullable Turn otherwise, @Nullable Instant due) {
        if (otherwise != null
                && otherwise.due() != null
                && (due == null || otherwise.due().isBefore(due))) {
            return otherwise;
        }
        return new Turn(Side.REQUESTED, Task.PROGRESS, due);
    }

    private static @Nullable Turn byStage(Request request, Ends ends, Duration warnBefore, Instant now) {
        var standing = request.standing();
        var zone = request.requested().zone();
        var inCharge = ends.inCharge();
        var bound = ends.bound();
        return switch (standing.stage()) {
            case SENT -> unopened(standing.dissent(), ends);
            case OPENED -> new Turn(Side.REQUESTED, Task.TAKE_IN_CHARGE, inCharge);
            case IN_CHARGE, ACCEPTED, POSTPONED, PARTLY_EXECUTED ->
                new Turn(Side.REQUESTED, Task.EXECUTE, first(promised(standing.nextDate(), zone), bound));
            case EXECUTED ->
                request.admitted().contains(Kind.RESULT)
                        ? new Turn(Side.REQUESTED, Task.RESULT, first(promised(standing.nextDate(), zone), bound))
                        : null;
            case NOTICED -> new Turn(Side.REQUESTING, Task.DECIDE, ends.of(Task.DECIDE));
            case ANSWERED ->
                standing.results().isRefused() && !standing.results().isSettled()
                        ? new Turn(Side.REQUESTED, Task.GIVE_AGAIN, ends.of(Task.GIVE_AGAIN))
                        : new Turn(Side.REQUESTING, Task.RECEIVE, received(standing, ends));
            case PRESERVED -> preserved(request, ends, warnBefore, now);
            case COMMENTING -> standing.read() ? null : new Turn(Side.REQUESTED, Task.OPEN, null);
            case RECEIVED, DECLINED, WITHDRAWN, LAPSED, CLOSED -> null;
        };
    }

    /** Who said that the conditions cannot be accepted is not silent: nothing is due any more until it opens all the same. */
    private static Turn unopened(@Nullable Dissent dissent, Ends ends) {
        return dissent == Dissent.OPEN
                ? new Turn(Side.REQUESTING, Task.SEND_AGAIN, ends.of(Task.SEND_AGAIN))
                : new Turn(Side.REQUESTED, Task.OPEN, dissent == null ? ends.inCharge() : null);
    }

    /** Nothing is due of what the requesting side refused, and was told that the conditions stand. */
    private static @Nullable Instant received(Standing standing, Ends ends) {
        return standing.results().undecided().isEmpty() ? null : ends.of(Task.RECEIVE);
    }

    private static @Nullable Instant promised(@Nullable Until nextDate, ZoneId zone) {
        return nextDate == null ? null : nextDate.end(zone);
    }

    private static @Nullable Instant first(@Nullable Instant promised, @Nullable Instant bound) {
        return promised == null || (bound != null && bound.isBefore(promised)) ? bound : promised;
    }

    /** A disclosure that waits is of use as long as the data are there; once their end is near, that comes first. */
    private static @Nullable Turn preserved(Request request, Ends ends, Duration warnBefore, Instant now) {
        var standing = request.standing();
        var zone = request.requested().zone();
        var until = standing.until();
        var ending = request.isContinued() ? null : followUp(until, warnBefore, zone, now);
        if (ending != null || standing.results().isSettled()) {
            return ending;
        }
        if (standing.results().isRefused()) {
            return new Turn(Side.REQUESTED, Task.GIVE_AGAIN, ends.of(Task.GIVE_AGAIN));
        }
        var end = until == null || request.isContinued() ? null : Standing.endOf(until, zone);
        return new Turn(Side.REQUESTING, Task.RECEIVE, first(received(standing, ends), end));
    }

    private static @Nullable Turn followUp(@Nullable LocalDate until, Duration warnBefore, ZoneId zone, Instant now) {
        if (until == null) {
            return null;
        }
        var end = Standing.endOf(until, zone);
        if (now.isBefore(end.minus(warnBefore))) {
            return null;
        }
        return new Turn(Side.REQUESTING, now.isBefore(end) ? Task.FOLLOW_UP : Task.DECIDE_LAPSE, end);
    }
}

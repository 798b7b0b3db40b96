package org.enlace.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.access.Account;

/**
 * What the shifts of an authority come to.
 *
 * <p>The time of a clock means one moment: in the hour that comes twice when clocks go back, the first; an hour that is left out when they go forward is taken
 * as later by as much. Ends and beginnings go by the same rule, so a change of clocks makes no gap between two shifts that meet, and a night is an hour shorter or
 * longer, as it is for whoever stands watch.
 *
 * @param zone of the authority's clocks
 * @param officers of the authority who have not left, by account; a shift of somebody who left is nobody's
 */
record Rota(ZoneId zone, List<Shift> shifts, Map<UUID, Account> officers) {

    private static final Duration LOOK_AHEAD = Duration.ofDays(35);

    /** As it would be with this shift instead of the one of the same id. */
    Rota with(Shift changed) {
        var others = without(changed.id()).shifts();
        return new Rota(zone, Stream.concat(others.stream(), Stream.of(changed)).toList(), officers);
    }

    Rota without(UUID id) {
        return new Rota(
                zone, shifts.stream().filter(shift -> !shift.id().equals(id)).toList(), officers);
    }

    boolean isKept() {
        return !shifts.isEmpty();
    }

    /** Whether the shift's officer has left the authority. */
    boolean isOrphan(Shift shift) {
        var account = shift.who().account();
        return account != null && !officers.containsKey(account);
    }

    /** All that is in force at a moment: usually one. */
    List<Watch> at(Instant moment) {
        return meeting(moment, moment.plusSeconds(1)).stream()
                .filter(watch -> watch.covers(moment))
                .toList();
    }

    /** The first that begins after a moment, within the next weeks. */
    Optional<Watch> next(Instant moment) {
        return meeting(moment, moment.plus(LOOK_AHEAD)).stream()
                .filter(watch -> watch.from().isAfter(moment))
                .findFirst();
    }

    /** Those that fall into a stretch of time, cut to it, in order. */
    List<Watch> between(Instant begin, Instant end) {
        return meeting(begin, end).stream()
                .map(watch -> watch.within(begin, end))
                .toList();
    }

    /** Those that fall into a stretch of time, whole, in order. */
    List<Watch> meeting(Instant begin, Instant end) {
        var once = occurrences(Shift.Rhythm.ONCE, begin, end);
        var weekly = occurrences(Shift.Rhythm.WEEKLY, begin, end).stream().flatMap(watch -> cut(watch, once).stream());
        return Stream.concat(once.stream(), weekly)
                .filter(watch -> !watch.shift().who().nobody())
                .filter(watch -> !isOrphan(watch.shift()))
                .filter(watch -> watch.meets(begin, end))
                .sorted()
                .toList();
    }

    private List<Watch> occurrences(Shift.Rhythm rhythm, Instant begin, Instant end) {
        var first = begin.atZone(zone).toLocalDate();
        var last = end.atZone(zone).toLocalDate();
        return shifts.stream()
                .filter(shift -> shift.rhythm() == rhythm)
                .flatMap(shift -> shift.between(first, last)
                        .map(stretch -> new Watch(shift, moment(stretch.from()), moment(stretch.until()))))
                .filter(watch -> watch.from().isBefore(watch.until()))
                .toList();
    }

    Instant moment(LocalDateTime onTheClock) {
        return onTheClock.atZone(zone).toInstant();
    }

    /** What one-time shifts leave of a weekly one. */
    private static List<Watch> cut(Watch watch, List<Watch> once) {
        var left = List.of(watch);
        for (var instead : once) {
            var after = new ArrayList<Watch>();
            for (var piece : left) {
                if (!piece.meets(instead.from(), instead.until())) {
                    after.add(piece);
                    continue;
                }
                if (piece.from().isBefore(instead.from())) {
                    after.add(new Watch(piece.shift(), piece.from(), instead.from()));
                }
                if (instead.until().isBefore(piece.until())) {
                    after.add(new Watch(piece.shift(), instead.until(), piece.until()));
                }
            }
            left = List.copyOf(after);
        }
        return left;
    }
}

package org.enlace.duty;

import java.time.Instant;

/**
 * A stretch of duty that comes to pass: part of a shift, or all of it.
 *
 * @param until not included
 */
record Watch(Shift shift, Instant from, Instant until) implements Comparable<Watch> {

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    boolean meets(Instant begin, Instant end) {
        return from.isBefore(end) && begin.isBefore(until);
    }

    Watch within(Instant begin, Instant end) {
        return new Watch(shift, from.isBefore(begin) ? begin : from, until.isAfter(end) ? end : until);
    }

    @Override
    public int compareTo(Watch other) {
        var byTime = from.compareTo(other.from);
        return byTime == 0 ? shift.id().compareTo(other.shift.id()) : byTime;
    }
}

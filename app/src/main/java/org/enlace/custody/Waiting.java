package org.enlace.custody;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Those who wait for an index. They are told by the sequencer of this process, and look for themselves now and then in case another one was faster. */
final class Waiting {
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(250);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private final Map<UUID, Long> places = new HashMap<>();
    private final Map<UUID, Integer> wanted = new HashMap<>();

    void tell(Map<UUID, Long> batch) {
        if (batch.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            batch.forEach((entry, index) -> {
                if (wanted.containsKey(entry)) {
                    places.put(entry, index);
                }
            });
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until all have an index or the time is over.
     *
     * @param look finds those that have one already
     * @return the indexes known by then, perhaps not all
     */
    Map<UUID, Long> await(Collection<UUID> entries, long nanos, Function<Collection<UUID>, Map<UUID, Long>> look) {
        want(entries);
        try {
            var found = new HashMap<>(look.apply(entries));
            long left = nanos;
            while (found.size() < entries.size() && left > 0) {
                long pause = Math.min(left, LOOK_AGAIN);
                long unused = pause(missing(entries, found), found, pause);
                left -= pause - Math.max(unused, 0);
                if (unused <= 0) {
                    found.putAll(look.apply(missing(entries, found)));
                }
            }
            return found;
        } finally {
            forget(entries);
        }
    }

    private void want(Collection<UUID> entries) {
        lock.lock();
        try {
            entries.forEach(entry -> wanted.merge(entry, 1, Integer::sum));
        } finally {
            lock.unlock();
        }
    }

    private void forget(Collection<UUID> entries) {
        lock.lock();
        try {
            for (var entry : entries) {
                if (wanted.merge(entry, -1, Integer::sum) == 0) {
                    wanted.remove(entry);
                    places.remove(entry);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next batch; answers how much of the pause was not needed. */
    private long pause(Set<UUID> missing, Map<UUID, Long> found, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (!take(missing, found) && left > 0) {
                left = told.awaitNanos(left);
            }
            return left;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            lock.unlock();
        }
    }

    private boolean take(Set<UUID> missing, Map<UUID, Long> found) {
        missing.forEach(entry -> {
            var place = places.get(entry);
            if (place != null) {
                found.put(entry, place);
            }
        });
        return found.keySet().containsAll(missing);
    }

    private static Set<UUID> missing(Collection<UUID> entries, Map<UUID, Long> found) {
        var missing = new HashSet<>(entries);
        missing.removeAll(found.keySet());
        return missing;
    }
}

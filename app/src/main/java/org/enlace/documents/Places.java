package org.enlace.documents;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The chunks that are held in memory while they come in. One account has a few of the places, so that a line that hardly moves keeps nobody else waiting. */
final class Places {

    /** A browser sends three at once. */
    private static final int OF_ONE_ACCOUNT = 6;

    private final Semaphore all;
    private final ConcurrentHashMap<UUID, Own> own = new ConcurrentHashMap<>();

    Places(int chunks) {
        this.all = new Semaphore(chunks);
    }

    /** @throws org.enlace.Refused when none was free for twenty seconds */
    Place take(UUID account) throws InterruptedException {
        var mine = own.compute(account, (id, known) -> known == null ? new Own(1) : known.with(1));
        if (mine.places.tryAcquire(20, TimeUnit.SECONDS)) {
            if (all.tryAcquire(20, TimeUnit.SECONDS)) {
                return () -> {
                    all.release();
                    mine.places.release();
                    leave(account);
                };
            }
            mine.places.release();
        }
        leave(account);
        throw DocumentsRefusal.BUSY.refused();
    }

    private void leave(UUID account) {
        own.computeIfPresent(account, (id, known) -> known.users == 1 ? null : known.with(-1));
    }

    /** To be given back. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** @param users how many have or want one of them */
    private record Own(Semaphore places, int users) {

        Own(int users) {
            this(new Semaphore(OF_ONE_ACCOUNT), users);
        }

        Own with(int more) {
            return new Own(places, users + more);
        }
    }
}

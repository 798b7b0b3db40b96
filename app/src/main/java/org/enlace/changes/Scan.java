package org.enlace.changes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The paper a change rests on, scanned; attached by whoever proposed the change. Kept in chunks of one mebibyte, the last one shorter.
 *
 * @param name as the file was called
 * @param sha256 of all bytes, lowercase hexadecimal, as whoever sends it says; once stored, ours agrees
 * @param chunks how many are here
 * @param stored that it is here whole; null before
 * @param withdrawnAt when it was taken back; its bytes are gone then
 */
record Scan(
        UUID id,
        UUID change,
        String name,
        long size,
        String sha256,
        Instant begunAt,
        int chunks,
        @Nullable Stored stored,
        @Nullable Instant withdrawnAt) {

    static final int CHUNK = 1 << 20;

    /** All bytes are here and were found to be those that were sent. */
    record Stored(ScanType type, Instant at) {}

    /** Whether it can be read. */
    boolean isThere() {
        return stored != null && withdrawnAt == null;
    }

    boolean isOnItsWay() {
        return stored == null;
    }

    /** About how many bytes of one on its way are here. */
    long arrived() {
        return Math.min(size, (long) chunks * CHUNK);
    }

    int allChunks() {
        return Math.toIntExact((size + CHUNK - 1) / CHUNK);
    }

    /** How many bytes the chunk of this number has. */
    int lengthOf(int number) {
        if (number < 0 || number >= allChunks()) {
            throw ScanRefusal.SCAN_CHUNK.refused();
        }
        return number < allChunks() - 1 ? CHUNK : (int) (size - (long) number * CHUNK);
    }

    Scan requireOnItsWay() {
        if (!isOnItsWay()) {
            throw ScanRefusal.SCAN_COMPLETE.refused();
        }
        return this;
    }

    Stored requireStored() {
        if (stored == null) {
            throw ScanRefusal.SCAN_INCOMPLETE.refused();
        }
        return stored;
    }
}

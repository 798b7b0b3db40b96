package org.enlace.changes;

import org.enlace.Refusal;

enum ScanRefusal implements Refusal {
    /** Only whoever proposed the change adds its paper. */
    NOT_YOURS,
    /** Argument: the limit in mebibytes. */
    SCAN_TOO_LARGE(422),
    /** Argument: how many a change may have. */
    SCAN_TOO_MANY,
    /** The form came without a file, or with an empty one. */
    SCAN_EMPTY(422),
    /** The first bytes are of none of the types taken. */
    SCAN_TYPE(422),
    /** There is no such chunk, or it has another length than its place demands. */
    SCAN_CHUNK(422),
    /** All bytes are here; they do not change any more. */
    SCAN_COMPLETE,
    /** Bytes are missing. */
    SCAN_INCOMPLETE,
    /** The bytes here are not the bytes that were sent. */
    SCAN_DIFFERS(422),
    /** The server holds as many chunks as it can at this moment. */
    SCAN_BUSY(503),
    /** Whoever decides has not seen these scans. */
    SCANS_CHANGED;

    private final int status;

    ScanRefusal() {
        this(409);
    }

    ScanRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}

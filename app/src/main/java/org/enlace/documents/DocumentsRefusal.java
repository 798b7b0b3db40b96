package org.enlace.documents;

import org.enlace.Refusal;

enum DocumentsRefusal implements Refusal {
    /** The size announced is over the limit; argument: the limit in mebibytes. */
    TOO_LARGE,
    /** With this file the request would hold more than it may; arguments: the limit and what is left of it, in mebibytes. */
    REQUEST_FULL,
    /** The host's disc has not the room; argument: what it can still take, in mebibytes. */
    NO_ROOM,
    /** Too much of this authority is waiting to be sent; argument: the limit in mebibytes. */
    TOO_MUCH_WAITING,
    /** Too many files of this authority are waiting to be sent; argument: the limit. */
    TOO_MANY_WAITING,
    /** The id is taken by another upload. */
    ID_TAKEN,
    /** There is no chunk of this number, or it has another length than its place demands; arguments: number, length expected. */
    CHUNK_DOES_NOT_FIT(422),
    /** The first bytes are not those of an age file: what is not sealed does not come in. */
    NOT_SEALED(422),
    /** All bytes are here and agreed upon; they do not change any more. */
    ALREADY_COMPLETE,
    /** Bytes are missing; argument: the first chunk missing. */
    NOT_ALL_HERE,
    /** The bytes here are not the bytes that were sent. */
    HASH_DIFFERS(422),
    /** An act names a file that is not complete, not of its author's authority, of another request, or with another hash or size. */
    NOT_THE_FILE(422),
    /** An act has brought this file: it can no longer be removed. */
    ALREADY_BROUGHT,
    /** The server holds as many chunks as it can at this moment. */
    BUSY(503);

    private final int status;

    DocumentsRefusal() {
        this(409);
    }

    DocumentsRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}

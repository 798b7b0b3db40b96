package org.enlace.documents;

import java.io.InputStream;
import java.util.Objects;
import java.util.function.IntFunction;

/** The bytes of a sealed file as a stream, one chunk in memory at a time. */
final class ChunkStream extends InputStream {

    private final int chunks;
    private final IntFunction<byte[]> chunk;
    private byte[] bytes = new byte[0];
    private int number;
    private int at;

    ChunkStream(int chunks, IntFunction<byte[]> chunk) {
        this.chunks = chunks;
        this.chunk = chunk;
    }

    @Override
    public int read() {
        return isOver() ? -1 : bytes[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (isOver()) {
            return -1;
        }
        var count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean isOver() {
        while (at == bytes.length && number < chunks) {
            bytes = chunk.apply(number++);
            at = 0;
        }
        return at == bytes.length;
    }
}

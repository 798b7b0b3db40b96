package org.enlace.offline;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.enlace.ledger.Hash;

/** A file on its way into being sealed: what passes is hashed and counted. */
final class Digesting extends DigestInputStream {

    private long size;

    Digesting(InputStream in, MessageDigest digest) {
        super(in, digest);
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        size += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var count = super.read(bytes, offset, length);
        size += Math.max(count, 0);
        return count;
    }

    /** Of all that passed. */
    Named.Digested digested() {
        return new Named.Digested(Hash.of(getMessageDigest().digest()).hex(), size);
    }
}

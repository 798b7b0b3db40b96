package org.enlace.ledger;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A tile of entries: each preceded by its length, two bytes, the higher first. */
public final class EntryBundle {
    private EntryBundle() {}

    public static byte[] encode(List<byte[]> entries) {
        var bundle = new ByteArrayOutputStream(entries.size() * 256);
        for (byte[] entry : entries) {
            if (entry.length > 0xffff) {
                throw new IllegalArgumentException("An entry of a bundle has at most 65,535 bytes.");
            }
            bundle.write(entry.length >> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /**
     * The entries of a bundle.
     *
     * @throws Malformed if the bundle ends in the middle of an entry
     */
    public static List<byte[]> decode(byte[] bundle) {
        var entries = decodeWhole(bundle);
        int used = entries.stream().mapToInt(entry -> 2 + entry.length).sum();
        if (used < bundle.length) {
            throw new Malformed("This bundle of entries is cut short.");
        }
        return entries;
    }

    /** The entries that are there as a whole; what is cut short at the end is left out. */
    static List<byte[]> decodeWhole(byte[] bundle) {
        var entries = new ArrayList<byte[]>();
        int at = 0;
        while (at + 2 <= bundle.length) {
            int end = at + 2 + (((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff));
            if (end > bundle.length) {
                break;
            }
            entries.add(Arrays.copyOfRange(bundle, at + 2, end));
            at = end;
        }
        return entries;
    }
}

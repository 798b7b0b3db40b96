package org.enlace.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The little JSON that we sign: objects in their order, arrays, texts, whole numbers up to 2^53-1, true, false and null. {@link #encode} writes a value in
 * one way only, the way of ECMAScript's {@code JSON.stringify} without white space, so that browser and server give the same bytes.
 */
public sealed interface Json {
    /** Members in the order they were written or read. */
    record Members(Map<String, Json> members) implements Json {
        public Members {
            members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    record Array(List<Json> items) implements Json {
        public Array {
            items = List.copyOf(items);
        }
    }

    record Text(String text) implements Json {}

    /** A whole number that every reader of JSON keeps exactly. */
    record Whole(long value) implements Json {
        static final long LARGEST = (1L << 53) - 1;

        public Whole {
            if (value > LARGEST || value < -LARGEST) {
                throw new IllegalArgumentException("A number in JSON has at most 53 bits.");
            }
        }
    }

    record Truth(boolean value) implements Json {}

    /** The value null. */
    enum Nothing implements Json {
        NULL
    }

    /**
     * Reads UTF-8 JSON strictly: no duplicate member names, no white space outside texts unless allowed by the grammar, no fractions, limited depth and length.
     *
     * @param maxBytes the most bytes that are looked at
     * @throws Malformed with what is wrong and where
     */
    static Json parse(byte[] bytes, int maxBytes) {
        if (bytes.length > maxBytes) {
            throw new Malformed("This JSON is longer than the " + maxBytes + " bytes allowed.");
        }
        return new JsonReader(Encodings.utf8(bytes)).read();
    }

    /** The one spelling of this value, as UTF-8. */
    default byte[] encode() {
        var out = new StringBuilder();
        JsonWriter.write(this, out);
        return Encodings.utf8(out.toString());
    }
}

package org.enlace.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be asked of another state; the words are {@code measure.<NAME>}. */
public enum Measure {
    /** Expedited preservation of stored computer data. */
    PRESERVATION;

    /** As written in data and addresses: {@code preservation}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Measure> of(String code) {
        return Arrays.stream(values())
                .filter(measure -> measure.code().equals(code))
                .findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(Measure::code).collect(Collectors.joining(", "));
    }
}

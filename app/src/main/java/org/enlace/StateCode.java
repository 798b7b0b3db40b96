package org.enlace;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A state by its ISO 3166-1 alpha-3 code, in capitals. That the state exists in our data is for the room {@code states} to say. */
public record StateCode(String iso3) implements Comparable<StateCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z]{3}");

    public StateCode {
        if (!FORM.matcher(iso3).matches()) {
            throw new IllegalArgumentException("not an ISO 3166-1 alpha-3 code: " + iso3);
        }
    }

    /** Reads what a person or a program typed, in any case; empty when it cannot be a code. */
    public static Optional<StateCode> parse(String typed) {
        var code = typed.strip().toUpperCase(Locale.ROOT);
        return FORM.matcher(code).matches() ? Optional.of(new StateCode(code)) : Optional.empty();
    }

    @Override
    public int compareTo(StateCode other) {
        return iso3.compareTo(other.iso3);
    }

    @Override
    public String toString() {
        return iso3;
    }
}

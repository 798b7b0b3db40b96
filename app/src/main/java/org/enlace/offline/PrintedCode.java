package org.enlace.offline;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.enlace.sealing.Age;

/** A printed recovery code as people type it: any case, any separators, with or without the prefix, and what looks alike for what is meant ({@code exchange.md}). */
final class PrintedCode {

    private static final String PREFIX = "AGE-SECRET-KEY-1";
    private static final int LENGTH = 58;
    private static final Pattern START = Pattern.compile("^AGE[S5]ECRETKEY[1IL]");

    private PrintedCode() {}

    /** The identity that it is; nothing where this is no such code, so that it is taken for a passphrase. */
    static Optional<Age.Identity> read(String typed) {
        var letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        var code = START.matcher(letters)
                .replaceFirst("")
                .replace('O', '0')
                .replace('I', 'L')
                .replace('1', 'L')
                .replace('B', '8');
        if (code.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(Age.Identity.of(PREFIX + code));
        } catch (IllegalArgumentException mistyped) {
            return Optional.empty();
        }
    }
}

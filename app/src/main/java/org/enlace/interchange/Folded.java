package org.enlace.interchange;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Texts as they are compared: without accents, capitals and signs. */
final class Folded {

    private static final int SHORT = 2;

    private Folded() {}

    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    static String digits(String number) {
        return number.replaceAll("\\D", "");
    }

    /** {@code cert.br/about} for {@code https://www.cert.br/about/}. */
    static String address(String address) {
        return address.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("/+$", "");
    }

    /** How many of the words of both they share, from 0 to 1; words of one or two letters do not count. */
    static double likeness(String one, String other) {
        var mine = words(one);
        var theirs = words(other);
        var all = Set.copyOf(
                java.util.stream.Stream.concat(mine.stream(), theirs.stream()).collect(Collectors.toSet()));
        return all.isEmpty()
                ? 0
                : (double) mine.stream().filter(theirs::contains).count() / all.size();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(of(text).split(" "))
                .filter(word -> word.length() > SHORT)
                .collect(Collectors.toSet());
    }
}

package org.enlace.interchange;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.enlace.StateCode;
import org.enlace.directory.Authority;

/** Which part of the directory is asked for. An empty set is everything. */
record Choice(Set<StateCode> states, Set<Authority.Kind> kinds) {

    static final Choice ALL = new Choice(Set.of(), Set.of());

    /**
     * Reads {@code state=PRY,CRI&kind=csirt}; each may also come several times.
     *
     * @throws org.enlace.Refused for what is no state or no kind, rather than leaving it out silently
     */
    static Choice read(List<String> states, List<String> kinds) {
        var codes = new LinkedHashSet<StateCode>();
        parts(states)
                .forEach(part -> codes.add(
                        StateCode.parse(part).orElseThrow(() -> InterchangeRefusal.NOT_A_STATE.refused(part))));
        var chosen = EnumSet.noneOf(Authority.Kind.class);
        parts(kinds).forEach(part -> chosen.add(kind(part)));
        return new Choice(codes, chosen);
    }

    static Choice of(StateCode state) {
        return new Choice(Set.of(state), Set.of());
    }

    boolean takes(StateCode state, Authority.Kind kind) {
        return (states.isEmpty() || states.contains(state)) && (kinds.isEmpty() || kinds.contains(kind));
    }

    /** As written in data and addresses: {@code contact-24-7}. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Authority.Kind kind(String typed) {
        var code = typed.toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(Authority.Kind.values())
                .filter(kind -> code(kind).equals(code))
                .findFirst()
                .orElseThrow(() -> InterchangeRefusal.NOT_A_KIND.refused(shortened(typed)));
    }

    private static List<String> parts(List<String> typed) {
        return typed.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(Choice::shortened)
                .toList();
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
    }
}

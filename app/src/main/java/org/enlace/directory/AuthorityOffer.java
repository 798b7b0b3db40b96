package org.enlace.directory;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.search.Findable;
import org.enlace.search.Offer;
import org.enlace.states.States;
import org.springframework.stereotype.Component;

/** Authorities are found by their names, in their own language too, and by their state and parent. */
@Component
class AuthorityOffer implements Offer {

    static final String KIND = "authority";

    private final Authorities authorities;
    private final States states;

    AuthorityOffer(Authorities authorities, States states) {
        this.authorities = authorities;
        this.states = states;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String room() {
        return "directory";
    }

    @Override
    public Stream<Findable> all() {
        return authorities.listed().stream().map(this::findable);
    }

    @Override
    public Optional<Findable> find(String key) {
        return authorities
                .find(key)
                .filter(authority -> !authority.isTakenOut())
                .map(this::findable);
    }

    private Findable findable(Authority authority) {
        return new Findable(
                authority.id(),
                "/authorities/" + authority.id(),
                title(authority),
                inEach(language -> String.join(
                        " ",
                        authority.originalName(),
                        shortName(authority),
                        authority.parent(),
                        stateName(authority, language))),
                inEach(language -> stateName(authority, language)));
    }

    /** Where a language has no name for it, its own name stands, never that of a third language. */
    private static Multilingual title(Authority authority) {
        var names = inEach(language -> authority.names().texts().getOrDefault(language, authority.originalName()));
        return new Multilingual(names);
    }

    private static String shortName(Authority authority) {
        var csirt = authority.csirt();
        return csirt == null ? "" : csirt.name();
    }

    private String stateName(Authority authority, Language language) {
        return states.require(authority.state()).name(language);
    }

    private static Map<Language, String> inEach(Function<Language, String> text) {
        return Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), text));
    }
}

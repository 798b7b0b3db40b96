package org.enlace.mandates;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.search.Findable;
import org.enlace.search.Offer;
import org.enlace.states.States;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;

/** Persons are found by name, function, network and state: those whom their state shows to everybody, until their term is over. */
@Component
class MandateOffer implements Offer {

    static final String KIND = "mandate";

    private final MandateRows rows;
    private final States states;
    private final Clock clock;

    MandateOffer(MandateRows rows, States states, Clock clock) {
        this.rows = rows;
        this.states = states;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String room() {
        return "mandates";
    }

    @Override
    public boolean isForCrawlers() {
        return false;
    }

    @Override
    public Stream<Findable> all() {
        return rows.all().stream().filter(this::isOffered).map(this::findable);
    }

    @Override
    public Optional<Findable> find(String key) {
        return rows.find(UUID.fromString(key)).filter(this::isOffered).map(this::findable);
    }

    private boolean isOffered(Mandate mandate) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return mandate.visibility() == Visibility.PUBLIC && !mandate.term().isOver(today);
    }

    private Findable findable(Mandate mandate) {
        return new Findable(
                mandate.id().toString(),
                "/mandates/" + mandate.id(),
                new Multilingual(inEach(language -> mandate.name())),
                inEach(language ->
                        String.join(" ", mandate.role(), network(mandate, language), state(mandate, language))),
                inEach(language -> state(mandate, language) + " · " + network(mandate, language)));
    }

    private String state(Mandate mandate, Language language) {
        return states.require(mandate.state()).name(language);
    }

    private static String network(Mandate mandate, Language language) {
        return Words.of(MandateOffer.class, language)
                .say("network." + mandate.network().name());
    }

    private static Map<Language, String> inEach(Function<Language, String> text) {
        return Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), text));
    }
}

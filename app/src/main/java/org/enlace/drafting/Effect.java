package org.enlace.drafting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.requirements.Requirements;
import org.enlace.requirements.Rule;
import org.enlace.resolver.ElectronicSending;
import org.enlace.resolver.Measure;
import org.enlace.states.States;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;

/** What a request that is sent here is beside one on paper: what the state that gets it declared, and what the treaty says. */
@Component
class Effect {

    private final Requirements requirements;
    private final ElectronicSending sending;
    private final States states;

    Effect(Requirements requirements, ElectronicSending sending, States states) {
        this.requirements = requirements;
        this.sending = sending;
        this.states = states;
    }

    /**
     * Sentences, the state's own first; never empty, because that nothing is known has to be known.
     *
     * @param instrument its id; empty without a treaty
     */
    List<String> of(Way way, String instrument, String measure, String form, LocalDate on, Language language) {
        var words = Words.of(Effect.class, language);
        var state = states.require(way.to()).name(language);
        var declared = requirements
                .paper(way.to(), form, on)
                .map(rule -> declared(rule, state, words))
                .orElseGet(() -> words.say("effect.unknown", state));
        return Stream.concat(Stream.of(declared), law(way, instrument, measure, on, language))
                .toList();
    }

    private Stream<String> law(Way way, String instrument, String measure, LocalDate on, Language language) {
        Optional<Measure> asked = instrument.isEmpty() ? Optional.empty() : Measure.of(measure);
        return asked.stream()
                .flatMap(each -> sending.under(instrument, way.from(), way.to(), each, on, language).stream());
    }

    private static String declared(Rule rule, String state, Words words) {
        var said = rule.paper() == null ? "" : Requirements.say(rule.paper(), words.language());
        return words.say("effect.declared", state, said, words.date(rule.since()), rule.evidence());
    }

    /** From which state to which. */
    record Way(StateCode from, StateCode to) {}
}

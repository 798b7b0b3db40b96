package org.enlace.drafting;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.enlace.Language;
import org.enlace.directory.Authority;
import org.enlace.directory.Designations;
import org.enlace.exchange.Requests;
import org.enlace.keys.AuthorityKeys;
import org.enlace.requirements.Requirements;
import org.enlace.resolver.Measure;
import org.enlace.treaties.Bound;
import org.enlace.treaties.Instruments;
import org.springframework.stereotype.Component;

/** What is known of a way to ask on one day, for the rules that the browser evaluates. */
@Component
class RouteFacts {

    private final Instruments instruments;
    private final Designations designations;
    private final Requirements requirements;
    private final Requests requests;
    private final AuthorityKeys keys;

    RouteFacts(
            Instruments instruments,
            Designations designations,
            Requirements requirements,
            Requests requests,
            AuthorityKeys keys) {
        this.instruments = instruments;
        this.designations = designations;
        this.requirements = requirements;
        this.requests = requests;
        this.keys = keys;
    }

    /** Whether it would be the first thing that the one authority sends to the other one's state: then nobody should send it by habit. */
    boolean isFirst(Authority requesting, Authority requested) {
        return !requests.hasAsked(requesting.id(), requested.state());
    }

    /** Whether the authority is the one to address: designated under the instrument, or the counterpart where there is none. */
    boolean isAddressed(Authority requested, String instrument, String measure, LocalDate day) {
        return instrument.isEmpty()
                ? Measure.of(measure)
                        .filter(asked -> asked.counterparts().contains(requested.kind()))
                        .filter(asked -> requested.isListed() && !requested.isPlanned())
                        .isPresent()
                : !designations.functionsOn(requested.id(), instrument, day).isEmpty();
    }

    /** Whether anything can be sealed to it here. */
    boolean receives(Authority requested) {
        return keys.canReceive(requested.id());
    }

    String name(String instrument, Language language) {
        return instruments.require(instrument).shortName(language);
    }

    /** What conditions of forms ask of two states ({@link org.enlace.forms.Form.Condition}). */
    Map<String, Boolean> of(Authority requesting, Authority requested, String instrument, LocalDate day) {
        var facts = new TreeMap<String, Boolean>();
        instruments.between(requesting.state(), requested.state(), day).stream()
                .filter(relation -> relation.bound() == Bound.YES)
                .forEach(relation -> facts.put("bound:" + relation.instrument().id(), true));
        facts.put(
                "reservation29(4)",
                !instrument.isEmpty() && instruments.hasReservation(instrument, requested.state(), "29(4)", day));
        return facts;
    }

    Required required(Authority requested, String form, LocalDate day) {
        return Required.of(
                requirements.of(requested.state(), form, day), requested.reach().languages());
    }
}

package org.enlace.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.enlace.Language;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.states.States;
import org.enlace.states.Tongues;
import org.enlace.ui.Words;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says in the reader's language who the two authorities of a draft are, and what the state asked needs: the draft, sealed, has ids only. */
@RestController
class NewRequestRouteController {

    private final Authorities authorities;
    private final RouteFacts facts;
    private final States states;
    private final Effect effect;
    private final Clock clock;

    NewRequestRouteController(Authorities authorities, RouteFacts facts, States states, Effect effect, Clock clock) {
        this.authorities = authorities;
        this.facts = facts;
        this.states = states;
        this.effect = effect;
        this.clock = clock;
    }

    /** @param instrument by id; empty without a treaty */
    @GetMapping("/requests/route")
    Route route(
            @RequestParam(defaultValue = "") String instrument,
            @RequestParam String authority,
            @RequestParam(defaultValue = "preservation") String measure,
            @RequestParam(defaultValue = "preservation/1") String form,
            Viewer viewer) {
        var requested = authorities.require(authority, viewer);
        var requesting = authorities.require(viewer.requireAuthority(), viewer);
        var day = LocalDate.ofInstant(clock.instant(), requested.zone());
        var required = facts.required(requested, form, day);
        return new Route(
                named(instrument, viewer.language()),
                party(requesting, requesting.reach().languages(), viewer.language()),
                party(requested, required.languages(), viewer.language()),
                facts.isAddressed(requested, instrument, measure, day),
                facts.receives(requested),
                facts.isFirst(requesting, requested),
                facts.of(requesting, requested, instrument, day),
                required,
                effect.of(
                        new Effect.Way(requesting.state(), requested.state()),
                        instrument,
                        measure,
                        form,
                        day,
                        viewer.language()));
    }

    private Named named(String instrument, Language language) {
        return instrument.isEmpty()
                ? new Named("", Words.of(Offer.class, language).say("new.without-treaty"))
                : new Named(instrument, facts.name(instrument, language));
    }

    private Party party(Authority authority, List<String> languages, Language language) {
        return new Party(
                authority.id(),
                authority.name(language),
                authority.isSample(),
                authority.state().iso3(),
                states.require(authority.state()).name(language),
                authority.zone().getId(),
                languages.isEmpty() ? "" : Tongues.names(languages, language));
    }

    /**
     * @param designated whether the authority asked is the one to address: designated under the instrument today, or the counterpart where there is none
     * @param receives whether anything can be sealed to it here: it has a key, and somebody stands in for a lost one
     * @param first whether nothing went from the one authority to the other one's state yet
     * @param facts by the names that conditions use
     * @param effect what it is beside a request on paper, sentence by sentence
     */
    record Route(
            Named instrument,
            Party requesting,
            Party requested,
            boolean designated,
            boolean receives,
            boolean first,
            Map<String, Boolean> facts,
            Required required,
            List<String> effect) {}

    record Named(String id, String name) {}

    /** @param languages it takes requests in, by name; empty when no source says */
    record Party(
            String authority,
            String name,
            boolean sample,
            String state,
            String stateName,
            String zone,
            String languages) {}
}

package org.enlace.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.directory.Designations;
import org.enlace.resolver.Measure;
import org.enlace.states.States;
import org.enlace.treaties.Bound;
import org.enlace.treaties.Instruments;
import org.enlace.ui.Words;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says in the reader's language who the two authorities of a draft are: the draft, sealed, has their ids only. */
@RestController
class NewRequestRouteController {

    private final Authorities authorities;
    private final Designations designations;
    private final Instruments instruments;
    private final States states;
    private final Clock clock;

    NewRequestRouteController(
            Authorities authorities, Designations designations, Instruments instruments, States states, Clock clock) {
        this.authorities = authorities;
        this.designations = designations;
        this.instruments = instruments;
        this.states = states;
        this.clock = clock;
    }

    /** @param instrument by id; empty without a treaty */
    @GetMapping("/requests/route")
    Route route(
            @RequestParam(defaultValue = "") String instrument,
            @RequestParam String authority,
            @RequestParam(defaultValue = "preservation") String measure,
            Viewer viewer) {
        var requested = authorities.require(authority, viewer);
        var requesting = authorities.require(viewer.requireAuthority(), viewer);
        var day = LocalDate.ofInstant(clock.instant(), requested.zone());
        return new Route(
                named(instrument, viewer.language()),
                party(requesting, viewer.language()),
                party(requested, viewer.language()),
                instrument.isEmpty()
                        ? isCounterpart(requested, measure)
                        : !designations.functionsOn(authority, instrument, day).isEmpty(),
                facts(instrument, requesting.state(), requested.state(), day));
    }

    private Named named(String instrument, Language language) {
        return instrument.isEmpty()
                ? new Named("", Words.of(Offer.class, language).say("new.without-treaty"))
                : new Named(instrument, instruments.require(instrument).shortName(language));
    }

    private static boolean isCounterpart(Authority requested, String measure) {
        return Measure.of(measure)
                .filter(asked -> asked.counterparts().contains(requested.kind()))
                .isPresent();
    }

    /** What conditions of forms ask of two states ({@link org.enlace.forms.Form.Condition}). */
    private Map<String, Boolean> facts(String instrument, StateCode from, StateCode to, LocalDate day) {
        var facts = new TreeMap<String, Boolean>();
        instruments.between(from, to, day).stream()
                .filter(relation -> relation.bound() == Bound.YES)
                .forEach(relation -> facts.put("bound:" + relation.instrument().id(), true));
        facts.put(
                "reservation29(4)",
                !instrument.isEmpty() && instruments.hasReservation(instrument, to, "29(4)", day));
        return facts;
    }

    private Party party(Authority authority, Language language) {
        return new Party(
                authority.id(),
                authority.name(language),
                authority.isSample(),
                authority.state().iso3(),
                states.require(authority.state()).name(language),
                authority.zone().getId(),
                authority.reach().languages().stream()
                        .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(language.locale()))
                        .toList());
    }

    /**
     * @param designated whether the authority asked is the one to address: designated under the instrument today, or the counterpart where there is none
     * @param facts by the names that conditions use
     */
    record Route(Named instrument, Party requesting, Party requested, boolean designated, Map<String, Boolean> facts) {}

    record Named(String id, String name) {}

    /** @param languages it takes requests in, by name; empty when no source says */
    record Party(
            String authority,
            String name,
            boolean sample,
            String state,
            String stateName,
            String zone,
            List<String> languages) {}
}

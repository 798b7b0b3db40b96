package org.enlace.treaties;

import java.time.Clock;
import java.util.List;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.states.Day;
import org.enlace.states.Sources;
import org.enlace.states.StateSets;
import org.enlace.states.States;
import org.enlace.ui.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class TreatiesController {

    private final Instruments instruments;
    private final Growth growth;
    private final Declarations declarations;
    private final StateSets sets;
    private final States states;
    private final Sources sources;
    private final Clock clock;

    TreatiesController(
            Instruments instruments,
            Growth growth,
            Declarations declarations,
            StateSets sets,
            States states,
            Sources sources,
            Clock clock) {
        this.instruments = instruments;
        this.growth = growth;
        this.declarations = declarations;
        this.sets = sets;
        this.states = states;
        this.sources = sources;
        this.clock = clock;
    }

    @GetMapping("/treaties")
    Answer treaties(
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(name = "states", required = false) @Nullable String set,
            @RequestParam(name = "state", defaultValue = "") List<String> ticked,
            Viewer viewer) {
        var asked = sets.asked(set, ticked, Day.asked(on, viewer, clock), viewer.language());
        return new TreatiesPage(instruments.standings(instruments.all(), asked.set(), asked.on()), asked);
    }

    @GetMapping("/treaties/{id}")
    Answer treaty(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(name = "states", required = false) @Nullable String set,
            @RequestParam(name = "state", defaultValue = "") List<String> ticked,
            Viewer viewer) {
        var instrument = instruments.require(id);
        var asked = sets.asked(set, ticked, Day.asked(on, viewer, clock), viewer.language());
        return TreatyPage.of(
                instruments.standings(instrument, asked.set(), asked.on()),
                growth.of(instrument, asked.set().id(), asked.on()),
                instruments.actions(id),
                declarations.on(id, asked.on()),
                new TreatyPage.Reader(asked, sources.all(), viewer.language()));
    }

    /** The block on a state's page: bare for htmx that fetches the block, a page for everybody else. */
    @GetMapping("/states/{code}/treaties")
    Answer ofState(@PathVariable String code, @RequestParam(required = false) @Nullable String on, Viewer viewer) {
        var state = states.require(StateCode.parse(code).orElseThrow(Refused::absent));
        var day = Day.asked(on, viewer, clock);
        var part = StateTreatiesPart.of(
                state,
                instruments.of(state.code(), day),
                Statement.Maker.of(states.all(viewer.language()), sources.all())
                        .holding(instruments.declarationsOf(state.code(), day)),
                day,
                viewer.language());
        return Answer.block(() -> part, () -> new StateTreatiesPage(part));
    }
}

package org.enlace.treaties;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.states.Day;
import org.enlace.states.Sources;
import org.enlace.states.State;
import org.enlace.states.States;
import org.enlace.ui.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What binds two states on a day. */
@Controller
class BetweenController {

    private final Instruments instruments;
    private final States states;
    private final Sources sources;
    private final Clock clock;

    BetweenController(Instruments instruments, States states, Sources sources, Clock clock) {
        this.instruments = instruments;
        this.states = states;
        this.sources = sources;
        this.clock = clock;
    }

    @GetMapping("/treaties/between")
    Answer between(
            @RequestParam(defaultValue = "") String one,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(required = false) @Nullable String on,
            Viewer viewer) {
        var day = Day.asked(on, viewer, clock);
        var all = states.all(viewer.language());
        if (one.isBlank() || other.isBlank()) {
            return new BetweenPage(all, day, one, other, null);
        }
        var pair = pair(require(one), require(other), day);
        return new BetweenPage(all, day, one, other, pair);
    }

    private BetweenPage.Pair pair(State one, State other, LocalDate on) {
        if (one.equals(other)) {
            throw TreatiesRefusal.SAME_STATE.refused();
        }
        var maker = Statement.Maker.of(List.of(one, other), sources.all());
        var relations = instruments.between(one.code(), other.code(), on).stream()
                .map(relation -> new BetweenPage.Between(
                        relation,
                        maker.holding(
                                instruments.declarations(relation.instrument().id(), one.code(), other.code(), on))))
                .toList();
        return new BetweenPage.Pair(one, other, relations);
    }

    private State require(String code) {
        return states.require(StateCode.parse(code).orElseThrow(Refused::absent));
    }
}

package org.enlace.states;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.ui.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class StatesController {

    private final States states;
    private final Sources sources;
    private final List<StateBlock> blocks;
    private final Clock clock;

    StatesController(States states, Sources sources, List<StateBlock> blocks, Clock clock) {
        this.states = states;
        this.sources = sources;
        this.blocks = blocks.stream()
                .sorted(Comparator.comparingInt(StateBlock::order))
                .toList();
        this.clock = clock;
    }

    @GetMapping("/states")
    Answer states(@RequestParam(required = false) @Nullable String on, Viewer viewer) {
        var day = Day.asked(on, viewer, clock);
        return new StatesPage(states.all(viewer.language()), day);
    }

    @GetMapping("/states/{code}")
    Answer state(@PathVariable String code, @RequestParam(required = false) @Nullable String on, Viewer viewer) {
        var state = states.require(StateCode.parse(code).orElseThrow(Refused::absent));
        var day = Day.asked(on, viewer, clock);
        return StatePage.of(state, day, clock.instant(), blocks, sources.all());
    }
}

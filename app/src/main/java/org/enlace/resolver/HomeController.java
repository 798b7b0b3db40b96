package org.enlace.resolver;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.states.Day;
import org.enlace.states.Sources;
import org.enlace.states.StateSets;
import org.enlace.states.States;
import org.enlace.treaties.Instruments;
import org.enlace.ui.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page asks the question that people come with. */
@Controller
class HomeController {

    private final States states;
    private final Instruments instruments;
    private final Authorities authorities;
    private final Sources sources;
    private final StateSets sets;
    private final List<HomeBlock> blocks;
    private final Clock clock;

    HomeController(
            States states,
            Instruments instruments,
            Authorities authorities,
            Sources sources,
            StateSets sets,
            List<HomeBlock> blocks,
            Clock clock) {
        this.states = states;
        this.instruments = instruments;
        this.authorities = authorities;
        this.sources = sources;
        this.sets = sets;
        this.blocks = blocks.stream()
                .sorted(Comparator.comparingInt(HomeBlock::order))
                .toList();
        this.clock = clock;
    }

    @GetMapping("/")
    Answer home(Viewer viewer) {
        var known = instruments.all();
        var today = Day.today(viewer, clock);
        return new HomePage(
                Question.none(states.all(viewer.language()), viewer),
                instruments.standings(known.getFirst(), sets.usual(today), today),
                known.size(),
                authorities.listed().size(),
                sources.all().size(),
                blocks);
    }
}

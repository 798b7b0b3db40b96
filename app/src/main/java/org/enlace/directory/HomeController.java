package org.enlace.directory;

import org.enlace.Viewer;
import org.enlace.states.Sources;
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

    HomeController(States states, Instruments instruments, Authorities authorities, Sources sources) {
        this.states = states;
        this.instruments = instruments;
        this.authorities = authorities;
        this.sources = sources;
    }

    @GetMapping("/")
    Answer home(Viewer viewer) {
        return new HomePage(
                Question.none(states.all(viewer.language()), viewer),
                instruments.all().size(),
                authorities.listed().size(),
                sources.all().size());
    }
}

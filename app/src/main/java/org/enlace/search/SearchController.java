package org.enlace.search;

import org.enlace.Viewer;
import org.enlace.ui.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One box over everything public. */
@Controller
class SearchController {

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @GetMapping("/search")
    Answer page(
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(defaultValue = "0") int from,
            Viewer viewer) {
        var start = Search.start(from);
        var finding = search.find(typed, viewer.language(), start);
        return new SearchPage(typed, finding.meant(), start, finding.found());
    }

    /** Bare, for the list beneath the box. */
    @GetMapping("/search/suggestions")
    Answer suggestions(@RequestParam(name = "q", defaultValue = "") String typed, Viewer viewer) {
        return new SuggestionsPart(search.suggest(typed, viewer.language()));
    }
}

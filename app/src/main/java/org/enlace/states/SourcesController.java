package org.enlace.states;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.states.ImportLog.RefusedRow;
import org.enlace.states.SourcesPage.Credit;
import org.enlace.ui.Answer;
import org.enlace.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Credits every source, and tells the secretariat what the importer refused. */
@Controller
class SourcesController {

    private final Sources sources;
    private final ImportLog log;
    private final List<RestingFacts> resting;

    SourcesController(Sources sources, ImportLog log, List<RestingFacts> resting) {
        this.sources = sources;
        this.log = log;
        this.resting = resting;
    }

    @GetMapping("/sources")
    Answer sources(Viewer viewer) {
        var facts = facts(viewer);
        var credits = sources.all().stream()
                .map(source -> new Credit(source, facts.getOrDefault(source.id(), List.of())))
                .toList();
        List<RefusedRow> refused = viewer.is(Role.SECRETARIAT) ? log.refused() : List.of();
        return new SourcesPage(credits, log.files(), viewer.is(Role.SECRETARIAT), refused);
    }

    /** What rests on each source, as sentences: "12 treaty actions". */
    private Map<String, List<String>> facts(Viewer viewer) {
        var bySource = new HashMap<String, List<String>>();
        for (var kind : resting) {
            var words = Words.of(kind.room(), viewer.language());
            kind.countBySource()
                    .forEach((source, count) -> bySource.computeIfAbsent(source, id -> new ArrayList<>())
                            .add(words.say(kind.key(), count)));
        }
        return bySource;
    }
}

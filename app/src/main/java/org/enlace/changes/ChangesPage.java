package org.enlace.changes;

import java.util.List;
import org.enlace.Viewer;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** What waits for a decision, and what was decided lately. */
record ChangesPage(List<Change> waiting, List<Change> decided, Changes changes, Viewer viewer) implements Page {

    @Override
    public String title(Words words) {
        return words.say("changes.title");
    }

    String subject(Change change, Words words) {
        var matter = changes.matter(change.kind());
        return matter.title(change.subject(), Words.of(matter.room(), words.language()));
    }

    /** Those the viewer can settle first. */
    List<Change> mine() {
        return waiting.stream()
                .filter(change -> changes.mayDecide(change, viewer))
                .toList();
    }

    List<Change> others() {
        return waiting.stream()
                .filter(change -> !changes.mayDecide(change, viewer))
                .toList();
    }
}

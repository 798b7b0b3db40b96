package org.enlace.states;

import java.util.List;
import org.enlace.states.ImportLog.ReadFile;
import org.enlace.states.ImportLog.RefusedRow;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * Where the public data come from.
 *
 * @param showsRefused whether this viewer keeps the records and is told what was refused
 */
record SourcesPage(List<Credit> credits, List<ReadFile> files, boolean showsRefused, List<RefusedRow> refused)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say("sources.title");
    }

    /** A source and what rests on it, in sentences. */
    record Credit(Source source, List<String> resting) {}
}

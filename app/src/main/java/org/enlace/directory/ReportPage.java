package org.enlace.directory;

import java.util.List;
import org.enlace.states.State;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * What was said about an entry, and the note that its state can send.
 *
 * @param naming the designation that it is about, or null for the whole entry
 * @param settled whether a later word answered it
 * @param mayWithdraw whether the viewer may say that it was entered by mistake
 */
record ReportPage(
        Report report,
        Authority authority,
        State state,
        @Nullable Naming naming,
        boolean settled,
        boolean mayWithdraw) implements Page {

    @Override
    public String title(Words words) {
        return words.say(report.isOfAuthority() ? "report.title.authority" : "report.title");
    }

    /** "The whole entry", or the designation. */
    String entry(Words words) {
        return naming == null ? words.say("report.entry.whole") : naming.said(words);
    }

    /** The words of the state's own language, whatever the reader's. */
    Words ownWords() {
        return Words.of(ReportPage.class, state.platformLanguages().getFirst());
    }

    /** The note, paragraph by paragraph. */
    List<String> note() {
        var words = ownWords();
        var text = words.say(
                "verbale.text",
                state.name(words.language()),
                report.meeting(),
                authority.originalName(),
                entry(words),
                report.said(),
                words.date(report.due()));
        return text.lines().toList();
    }
}

package org.enlace.treaties;

import java.util.List;
import org.enlace.states.SetQuestion;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * The documents that were issued.
 *
 * @param instruments what a new document may be about; empty for whoever may not issue one
 * @param asked the day and set that the form of a new document begins with
 */
record StatusListPage(List<StatusDocument> documents, List<Instrument> instruments, SetQuestion asked) implements Page {

    @Override
    public String title(Words words) {
        return words.say("status.list.title");
    }

    String name(StatusDocument document, Words words) {
        return words.say(
                document.isCorrigendum() ? "status.corrigendum.title" : "status.document.title",
                words.date(document.on()));
    }
}

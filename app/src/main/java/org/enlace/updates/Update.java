package org.enlace.updates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.changes.Change;
import org.enlace.changes.Published;
import org.enlace.changes.PublishedChanges;
import org.enlace.ui.Words;

/**
 * An approved change of a public fact in the reader's words.
 *
 * @param title the fact: "Palermo Convention · Ecuador · accession"
 * @param what what was done to it: "Entered"
 * @param way how it is known: "Communication of the depositary"
 * @param path where the fact is shown
 */
record Update(UUID id, String title, String what, String way, String source, String address, String path, Instant at) {

    static Update of(Published published, PublishedChanges changes, Language language) {
        return new Update(
                published.id(),
                changes.title(published, language),
                Words.of(Update.class, language)
                        .say("doing." + published.doing().name()),
                Words.of(Change.class, language).say("way." + published.way().name()),
                published.source(),
                published.address(),
                changes.path(published),
                published.at());
    }

    String day(Words words, ZoneId zone) {
        return words.date(LocalDate.ofInstant(at, zone));
    }

    /** The source with how it is known. */
    String grounds(Words words) {
        return words.say("update.grounds", way, source);
    }
}

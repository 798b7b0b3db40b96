package org.enlace.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.enlace.changes.Change;
import org.enlace.states.Sources;
import org.springframework.stereotype.Component;

/** What an approved change leaves behind besides the fact: its source, and the state's word for the entry where the change is the state's own. */
@Component
class Word {

    private final Sources sources;
    private final Confirmations confirmations;

    Word(Sources sources, Confirmations confirmations) {
        this.sources = sources;
        this.confirmations = confirmations;
    }

    /** @return the id of the source */
    String keep(Change change) {
        var source = "change-" + change.id();
        var grounds = change.grounds();
        sources.enter(
                source,
                Keepers.sourceKind(grounds.way()),
                grounds.source(),
                grounds.address(),
                LocalDate.ofInstant(change.at(), ZoneOffset.UTC));
        switch (grounds.way()) {
            case ONLINE -> confirm(change, Confirmation.Way.COORDINATOR);
            case NOTE_VERBALE -> confirm(change, Confirmation.Way.NOTE_VERBALE);
            case ORAL, DEPOSITARY, PUBLIC_SOURCE, UNDO -> {}
        }
        return source;
    }

    /** The fact and the word for it bear the same moment: that of the approval. */
    static Instant approvedAt(Change change) {
        return Objects.requireNonNull(change.decision(), "not decided").at();
    }

    private void confirm(Change change, Confirmation.Way way) {
        confirmations.add(
                change.subject(), way, change.by().account(), change.by().name(), approvedAt(change));
    }
}

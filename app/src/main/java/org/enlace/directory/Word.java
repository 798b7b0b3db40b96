package org.enlace.directory;

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
        switch (change.grounds().way()) {
            case ONLINE -> confirm(change, Confirmation.Way.COORDINATOR);
            case NOTE_VERBALE -> confirm(change, Confirmation.Way.NOTE_VERBALE);
            case ORAL, DEPOSITARY, PUBLIC_SOURCE, UNDO -> {}
        }
        return sources.enter(change);
    }

    /** The fact and the word for it bear the same moment: that of the approval. */
    private void confirm(Change change, Confirmation.Way way) {
        confirmations.add(
                change.subject(),
                way,
                change.by().account(),
                change.by().name(),
                change.requireDecision().at());
    }
}

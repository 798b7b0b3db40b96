package org.enlace.duty;

import java.time.Instant;
import java.util.List;
import org.enlace.Viewer;
import org.enlace.directory.Authority;
import org.enlace.ui.Field;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;

/** An officer's own duty, and the hand-overs of their authority. */
record MyDutyPage(Authority authority, Instant now, DutyNow duty, List<Watch> mine, List<HandOver> handOvers, Note note)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say("menu");
    }

    @Override
    public int status() {
        return note.wrong() ? 422 : 200;
    }

    boolean isMineNow() {
        return !mine.isEmpty() && !mine.getFirst().from().isAfter(now);
    }

    /** Hand-overs that wait for somebody, fresh ones only. */
    List<HandOver> waiting() {
        return handOvers.stream()
                .filter(HandOver::isWaiting)
                .filter(given -> given.at().isAfter(now.minus(HandOvers.OPEN)))
                .toList();
    }

    boolean mayAccept(HandOver given, Viewer viewer) {
        return given.isWaiting() && !given.isFrom(viewer.account());
    }

    Problems problems(Words words) {
        return note.wrong() ? Problems.at("note", words.say("hand-over.note.wrong")) : Problems.NONE;
    }

    Field noteField(Words words) {
        return Field.of(words, "hand-over.note", "note").holding(note.text()).facing(problems(words));
    }

    /** What was typed. */
    record Note(String text, boolean wrong) {}
}

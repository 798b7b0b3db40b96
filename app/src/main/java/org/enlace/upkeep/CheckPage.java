package org.enlace.upkeep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.directory.Designation;
import org.enlace.directory.EntryWords;
import org.enlace.states.State;
import org.enlace.treaties.Instrument;
import org.enlace.ui.Field;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;

/**
 * An entry as it stands, and two buttons; or, once one was pressed or the link has expired, what became of it.
 *
 * @param designations those recorded for today
 * @param said what was typed as wrong so far
 */
record CheckPage(
        Link link,
        State state,
        List<Designation> designations,
        Map<String, Instrument> instruments,
        String said,
        Problems problems)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say("check.title");
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }

    List<String> designatedFor(Words words) {
        return designations.stream()
                .map(one -> words.say(
                        "check.designation",
                        Optional.ofNullable(instruments.get(one.instrument()))
                                .map(instrument -> instrument.shortName(words.language()))
                                .orElse(one.instrument()),
                        EntryWords.function(one.function(), words.language())))
                .distinct()
                .toList();
    }

    Field saidField(Words words) {
        return Field.of(words, "check.said", "said").holding(said).facing(problems);
    }

    /**
     * The link that led here.
     *
     * @param open whether it still works
     */
    record Link(String text, Answering.Asked asked, boolean open) {}
}

package org.enlace.treaties;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.changes.Change;
import org.enlace.states.State;
import org.enlace.ui.Field;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;

/**
 * The form on which a treaty action is entered or corrected. Of one that is there already only date and note can be other than they are.
 */
record ActionPage(Instrument instrument, ActionForm form, List<State> states, Problems problems, Language language)
        implements Page {

    boolean correcting() {
        return form.number() != null;
    }

    @Override
    public String title(Words words) {
        return words.say(correcting() ? "action.correct" : "action.enter");
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }

    Field field(String name, Object value, Words words) {
        return Field.of(words, "action." + name, name).holding(value).facing(problems);
    }

    List<Option> stateOptions() {
        return states.stream()
                .map(state -> Option.of(state.code().iso3(), state.name(language)))
                .toList();
    }

    static List<Option> acts(Words words) {
        return Arrays.stream(TreatyAction.Act.values())
                .map(act -> Option.of(act.name(), words.say("act." + act.name())))
                .toList();
    }

    static List<Option> ways(Words words) {
        var said = Words.of(Change.class, words.language());
        return Stream.of(Change.Way.DEPOSITARY, Change.Way.NOTE_VERBALE, Change.Way.ORAL, Change.Way.PUBLIC_SOURCE)
                .map(way -> Option.of(way.name(), said.say("way." + way.name())))
                .toList();
    }
}

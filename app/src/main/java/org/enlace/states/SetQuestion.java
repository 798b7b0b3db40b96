package org.enlace.states;

import java.time.LocalDate;
import java.util.List;
import org.enlace.Language;
import org.enlace.ui.Option;

/**
 * The day and the set of states that a page about many states was asked for.
 *
 * @param all every state, in the order of names
 */
public record SetQuestion(StateSet set, LocalDate on, List<State> all) {

    /** {@code on=2009-10-07&states=active-members}: the same question, put to another page. */
    public String query() {
        return "on=" + on + (set.id().equals(StateSets.USUAL) ? "" : "&states=" + set.id());
    }

    public List<Option> options(Language language) {
        return StateSets.NAMES.stream()
                .map(name -> Option.of(name, new StateSet(name, java.util.Set.of()).name(language)))
                .toList();
    }
}

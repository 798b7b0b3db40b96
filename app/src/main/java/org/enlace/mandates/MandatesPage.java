package org.enlace.mandates;

import java.time.LocalDate;
import java.util.List;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.states.State;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * Who is, or was on a day, a national point of contact, as far as the viewer may see it.
 *
 * @param states to choose from
 */
record MandatesPage(Filter filter, List<Showing.Line> lines, List<State> states, Viewer viewer) implements Page {

    @Override
    public String title(Words words) {
        return words.say("mandates.title");
    }

    @Override
    public LocalDate asOf() {
        return filter.on();
    }

    List<Option> stateOptions(Words words) {
        return states.stream()
                .map(state -> Option.of(state.code().iso3(), state.name(words.language())))
                .toList();
    }

    /** The state whose points of contact the viewer enters as its coordinator; null for all others. */
    @Nullable
    String ownState() {
        var state = viewer.state();
        return viewer.is(Role.COORDINATOR) && state != null ? state.iso3() : null;
    }

    /** What was asked. */
    record Filter(String state, String network, LocalDate on) {}
}

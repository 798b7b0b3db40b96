package org.enlace.interchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.states.State;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * Where the printed directory is had, and where a page of one is checked.
 *
 * @param sealed whether the viewer may also have it sealed to the own authority
 * @param typed the hash that was typed from paper; empty when nothing was
 * @param found what was kept under it
 * @param current the hash of each state's data file right now
 */
record ShelfPage(
        List<State> states,
        Choice choice,
        boolean sealed,
        String typed,
        List<Editions.Edition> found,
        Map<StateCode, String> current)
        implements Page {

    List<Option> options(Language language) {
        return states.stream()
                .filter(state -> current.containsKey(state.code()))
                .map(state -> Option.of(state.code().iso3(), state.name(language)))
                .toList();
    }

    Set<String> chosen() {
        return choice.states().stream().map(StateCode::iso3).collect(Collectors.toUnmodifiableSet());
    }

    /** The states of which the directory says just that right now. */
    List<State> stillSaid() {
        var hash = typed.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return hash.length() < 16
                ? List.of()
                : states.stream()
                        .filter(state -> current.getOrDefault(state.code(), "").startsWith(hash))
                        .toList();
    }

    /** Former contents, which are no longer what the directory says. */
    List<Editions.Edition> former() {
        return found.stream()
                .filter(edition -> !edition.sha256().equals(current.get(edition.state())))
                .toList();
    }

    String name(StateCode code, Language language) {
        return states.stream()
                .filter(state -> state.code().equals(code))
                .findFirst()
                .map(state -> state.name(language))
                .orElse(code.iso3());
    }

    @Override
    public String title(Words words) {
        return words.say("shelf.page");
    }
}

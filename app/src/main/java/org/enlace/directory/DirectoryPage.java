package org.enlace.directory;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.enlace.states.State;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.springframework.web.util.UriComponentsBuilder;

/** All authorities in our data, by state. */
record DirectoryPage(Filter filter, List<State> states, List<Group> groups, int shown) implements Page {

    static DirectoryPage of(Filter filter, List<State> states, List<Entry> entries) {
        var groups = states.stream()
                .filter(state -> filter.state().isEmpty() || state.code().iso3().equalsIgnoreCase(filter.state()))
                .map(state -> new Group(
                        state,
                        entries.stream()
                                .filter(entry -> entry.authority().state().equals(state.code()))
                                .filter(entry -> filter.kind().isEmpty()
                                        || entry.authority().kind().name().equals(filter.kind()))
                                .toList()))
                .toList();
        return new DirectoryPage(
                filter,
                states,
                groups,
                groups.stream().mapToInt(group -> group.entries().size()).sum());
    }

    List<Option> stateOptions(Words words) {
        return states.stream()
                .map(state -> Option.of(state.code().iso3(), state.name(words.language())))
                .toList();
    }

    static List<Option> kindOptions(Words words) {
        return Arrays.stream(Authority.Kind.values())
                .map(kind -> Option.of(kind.name(), words.say("kind." + kind.name())))
                .toList();
    }

    @Override
    public String title(Words words) {
        return words.say("directory.title");
    }

    @Override
    public LocalDate asOf() {
        return filter.on();
    }

    /** What was asked for; empty texts ask for all. */
    record Filter(String state, String kind, LocalDate on) {

        /** The same question to those who give the directory out as files. */
        String query() {
            var asked = UriComponentsBuilder.newInstance().queryParam("on", on);
            if (!state.isEmpty()) {
                asked.queryParam("state", state);
            }
            if (!kind.isEmpty()) {
                asked.queryParam("kind", kind);
            }
            return String.valueOf(asked.encode().build().getQuery());
        }
    }

    /** The authorities of one state; none is worth saying too. */
    record Group(State state, List<Entry> entries) {}
}

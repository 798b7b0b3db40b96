package org.enlace.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.changes.Changes;
import org.enlace.states.Source;
import org.enlace.states.Sources;
import org.enlace.states.State;
import org.enlace.states.States;
import org.enlace.treaties.Instrument;
import org.enlace.treaties.Instruments;
import org.springframework.stereotype.Component;

/** Gathers what the directory's pages show of an authority: itself and what it is designated for. */
@Component
class Listing {

    private final Authorities authorities;
    private final Designations designations;
    private final Instruments instruments;
    private final States states;
    private final Sources sources;

    Listing(
            Authorities authorities,
            Designations designations,
            Instruments instruments,
            States states,
            Sources sources) {
        this.authorities = authorities;
        this.designations = designations;
        this.instruments = instruments;
        this.states = states;
        this.sources = sources;
    }

    List<Entry> all(LocalDate on) {
        return entries(authorities.listed(on), designations.all(), on);
    }

    StateAuthoritiesPart part(State state, LocalDate on) {
        var entries = entries(authorities.of(state.code(), on), designations.in(state.code()), on);
        return new StateAuthoritiesPart(state, on, entries, FunctionLists.of(entries, sourcesById()));
    }

    AuthorityPage page(
            String id, AuthorityPage.Moment moment, List<EntryBlock> blocks, Changes changes, Viewer viewer) {
        var authority = authorities.find(id, moment.on()).orElseThrow(Refused::absent);
        var named = designations.of(id);
        return new AuthorityPage(
                authority,
                states.require(authority.state()),
                named,
                Keeping.of(authority, named, changes, viewer),
                moment,
                instruments.all().stream().collect(Collectors.toMap(Instrument::id, Function.identity())),
                sourcesById(),
                blocks);
    }

    private Map<String, Source> sourcesById() {
        return sources.all().stream().collect(Collectors.toMap(Source::id, Function.identity()));
    }

    private List<Entry> entries(List<Authority> listed, List<Designation> named, LocalDate on) {
        var names = instruments.all().stream().collect(Collectors.toMap(Instrument::id, Function.identity()));
        var byAuthority = named.stream()
                .filter(designation -> designation.isRecordedOn(on))
                .collect(Collectors.groupingBy(Designation::authority));
        return listed.stream()
                .map(authority -> new Entry(authority, byAuthority.getOrDefault(authority.id(), List.of()), names))
                .toList();
    }
}

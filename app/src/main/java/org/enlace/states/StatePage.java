package org.enlace.states;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * One state: the facts of this room, and a place for each block that other rooms serve.
 *
 * @param now for the local time
 * @param sources those named on the page, by id
 */
record StatePage(State state, LocalDate on, Instant now, List<StateBlock> blocks, Map<String, Source> sources)
        implements Page {

    static StatePage of(State state, LocalDate on, Instant now, List<StateBlock> blocks, List<Source> sources) {
        return new StatePage(
                state, on, now, blocks, sources.stream().collect(Collectors.toMap(Source::id, Function.identity())));
    }

    /** The names in the state's own languages, as far as they are languages of the platform and differ from the title. */
    String ownNames(Language reader) {
        return state.platformLanguages().stream()
                .map(state::name)
                .distinct()
                .filter(name -> !name.equals(state.name(reader)))
                .collect(Collectors.joining(" · "));
    }

    String localTime(Words words) {
        return words.hour(now, state.zone()) + ' ' + words.city(state.zone());
    }

    String standing(Words words) {
        return state.membership(on)
                .map(membership -> words.say("standing." + membership.standing().name()))
                .orElseGet(() -> words.say("standing.NONE"));
    }

    String period(Membership membership, Words words) {
        var since = membership.span().since();
        var until = membership.span().until();
        var from = since == null ? "" : since.in(words);
        return until == null ? words.say("period.open", from) : words.say("period", from, until.in(words));
    }

    Optional<String> note(Membership membership, Language language) {
        return Optional.ofNullable(membership.note())
                .map(note -> note.in(language).text());
    }

    List<Source> sourcesOf(Membership membership) {
        return membership.sources().stream()
                .flatMap(id -> Optional.ofNullable(sources.get(id)).stream())
                .toList();
    }

    String address(StateBlock block) {
        return "/states/" + state.code() + '/' + block.path() + "?on=" + on;
    }

    String blockTitle(StateBlock block, Language language) {
        return Words.of(block.room(), language).say(block.key());
    }

    @Override
    public String title(Words words) {
        return state.name(words.language());
    }

    @Override
    public String feed() {
        return "state=" + state.code();
    }

    @Override
    public LocalDate asOf() {
        return on;
    }
}

package org.enlace.treaties;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.states.SetQuestion;
import org.enlace.states.Source;
import org.enlace.states.State;
import org.enlace.ui.Page;
import org.enlace.ui.StepChart;
import org.enlace.ui.Tile;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * One instrument: how every state stands to it on a day, with dates, sources and declarations.
 *
 * @param asked the day and the states counted
 * @param lines one for each state, in the order of names
 */
record TreatyPage(
        SetQuestion asked,
        Standings standings,
        Progress progress,
        List<Line> lines,
        List<Statement> declarations,
        List<Statement> ended,
        Map<String, Source> sources,
        Language language)
        implements Page {

    static TreatyPage of(
            Standings standings,
            Progress progress,
            List<TreatyAction> actions,
            Declarations.On declared,
            Reader reader) {
        var maker = Statement.Maker.of(reader.asked().all(), reader.sources());
        var byState = standings.states().stream().collect(Collectors.toMap(Participation::state, Function.identity()));
        var lines = reader.asked().all().stream()
                .flatMap(state -> Optional.ofNullable(byState.get(state.code())).stream()
                        .map(participation -> new Line(
                                state,
                                participation,
                                TreatyAction.signature(actions, participation).orElse(null),
                                count(declared.holding(), state))))
                .toList();
        return new TreatyPage(
                reader.asked(),
                standings,
                progress,
                lines,
                maker.holding(declared.holding()),
                maker.ended(declared.ended()),
                maker.sources(),
                reader.language());
    }

    Instrument instrument() {
        return standings.instrument();
    }

    LocalDate on() {
        return standings.on();
    }

    Multilingual.Said name() {
        return instrument().title().in(language);
    }

    List<Source> sourcesOf(List<String> ids) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(sources.get(id)).stream())
                .toList();
    }

    List<Tile> tiles() {
        return Tiles.of(standings, lines.stream().map(Line::state).toList(), language);
    }

    /** States in our data that the count does not count. */
    String leftOutNames() {
        return asked.all().stream()
                .filter(state -> !standings.set().contains(state.code()))
                .map(state -> state.name(language))
                .collect(Collectors.joining(", "));
    }

    /** Lines of the states counted that are not known as parties, in the order of names. */
    List<Line> missing() {
        return lines.stream()
                .filter(line -> standings.set().contains(line.state().code()))
                .filter(line -> !line.participation().isParty())
                .toList();
    }

    StepChart chart() {
        return new StepChart(
                progress.steps().stream()
                        .map(step -> new StepChart.Step(step.day(), step.parties()))
                        .toList(),
                standings.set().size(),
                on());
    }

    String names(List<StateCode> codes) {
        return asked.all().stream()
                .filter(state -> codes.contains(state.code()))
                .map(state -> state.name(language))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String title(Words words) {
        return instrument().shortName(language);
    }

    @Override
    public String feed() {
        return "instrument=" + instrument().id();
    }

    @Override
    public LocalDate asOf() {
        return on();
    }

    private static long count(List<Declaration> declarations, State state) {
        StateCode code = state.code();
        return declarations.stream()
                .filter(declaration -> declaration.state().equals(code))
                .count();
    }

    /** Who reads, and what the page needs from other rooms. */
    record Reader(SetQuestion asked, List<Source> sources, Language language) {}

    /** One state's line of the table. */
    record Line(
            State state,
            Participation participation,
            @Nullable TreatyAction signature,
            long declarations) {

        String signed(Words words) {
            return signature == null ? "" : signature.date().in(words);
        }

        /** The note of the act the line rests on; may be empty. */
        String note() {
            var act = participation.act();
            var observation = participation.observation();
            if (act != null) {
                return act.note();
            }
            return observation == null ? "" : observation.note();
        }
    }
}

package org.enlace.treaties;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.states.State;
import org.enlace.ui.Tile;

/** The tile map of an instrument on a day: each tile leads to the state's line in the instrument's table. */
public final class Tiles {

    private Tiles() {}

    /** One tile for each of the states, in their order. */
    public static List<Tile> of(Standings standings, List<State> states, Language language) {
        var participations =
                standings.states().stream().collect(Collectors.toMap(Participation::state, Function.identity()));
        return states.stream()
                .flatMap(state -> Optional.ofNullable(participations.get(state.code())).stream()
                        .map(participation -> tile(state, participation, standings, language)))
                .toList();
    }

    private static Tile tile(State state, Participation participation, Standings standings, Language language) {
        var code = state.code().iso3();
        return new Tile(
                code,
                state.name(language),
                look(participation),
                Sentences.standing(participation, language),
                "/treaties/" + standings.instrument().id() + "?on=" + standings.on() + '#' + code);
    }

    private static Tile.Standing look(Participation participation) {
        return switch (participation.kind()) {
            case PARTY, PARTY_SEEN -> Tile.Standing.BOUND;
            case SIGNATORY, SIGNATORY_SEEN -> Tile.Standing.SIGNED;
            case NOT_SEEN, SEEN_LATER, APPROVED_AT_HOME, PROVISIONAL -> Tile.Standing.UNKNOWN;
            case LEFT, NOT_YET, NOT_SIGNATORY_SEEN -> Tile.Standing.NONE;
        };
    }
}

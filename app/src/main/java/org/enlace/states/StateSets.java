package org.enlace.states;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.enlace.Language;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sets of states that counts are made over: named ones, which change with the day, and any set of one's own. */
@Component
public class StateSets {

    /** What is counted when nobody says. */
    public static final String USUAL = "active-members";

    /** In the order in which they are offered. */
    static final List<String> NAMES = List.of(
            USUAL,
            "all-members",
            "all-states",
            "north-america",
            "central-america",
            "caribbean",
            "south-america",
            "el-paccto-2017");

    /** The states whose prosecutors and police met in the workshop of 2017 (press release, 2017; see the founding documents of the project). */
    private static final Set<String> EL_PACCTO_2017 =
            Set.of("ARG", "BOL", "BRA", "CHL", "CRI", "ECU", "SLV", "GTM", "HND", "MEX", "PRY", "URY");

    private static final Pattern GAP = Pattern.compile("[,; ]+");

    private final States states;

    StateSets(States states) {
        this.states = states;
    }

    /** {@link #USUAL} on that day. */
    public StateSet usual(LocalDate on) {
        return require(USUAL, on);
    }

    /**
     * By name, or by codes parted by commas: {@code PRY,CRI}.
     *
     * @throws org.enlace.Refused {@link StatesRefusal#UNKNOWN_SET} with what was typed
     */
    public StateSet require(@Nullable String typed, LocalDate on) {
        var id = typed == null || typed.isBlank() ? USUAL : typed.strip().toLowerCase(Locale.ROOT);
        return NAMES.contains(id) ? StateSet.named(id, select(of(id, on))) : own(id);
    }

    /**
     * The set that a page was asked for.
     *
     * @param ticked codes of states, which alone count if there are any
     * @throws org.enlace.Refused {@link StatesRefusal#UNKNOWN_SET} with what was typed
     */
    public SetQuestion asked(@Nullable String typed, List<String> ticked, LocalDate on, Language language) {
        var set = ticked.isEmpty() ? require(typed, on) : own(String.join(",", ticked));
        return new SetQuestion(set, on, states.all(language));
    }

    private StateSet own(String typed) {
        var codes = GAP.splitAsStream(typed)
                .map(one -> StateCode.parse(one)
                        .filter(states.codes()::contains)
                        .orElseThrow(() -> StatesRefusal.UNKNOWN_SET.refused(cut(typed), String.join(", ", NAMES))))
                .toList();
        return StateSet.own(codes);
    }

    private static Predicate<State> of(String id, LocalDate on) {
        return switch (id) {
            case USUAL -> state -> state.isActiveMember(on);
            case "all-members" -> state -> state.membership(on).isPresent();
            case "all-states" -> state -> true;
            case "el-paccto-2017" ->
                state -> EL_PACCTO_2017.contains(state.code().iso3());
            default -> state -> state.region().equals(id);
        };
    }

    private List<StateCode> select(Predicate<State> which) {
        return states.codes().stream()
                .map(states::require)
                .filter(which)
                .map(State::code)
                .toList();
    }

    private static String cut(String typed) {
        return typed.length() > 60 ? typed.substring(0, 60) : typed;
    }
}

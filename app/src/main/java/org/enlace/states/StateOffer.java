package org.enlace.states;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.search.Findable;
import org.enlace.search.Offer;
import org.springframework.stereotype.Component;

/** States are found by any of their names, in whatever language somebody reads, and by their code. */
@Component
class StateOffer implements Offer {

    private final States states;

    StateOffer(States states) {
        this.states = states;
    }

    @Override
    public String kind() {
        return "state";
    }

    @Override
    public String room() {
        return "states";
    }

    @Override
    public Stream<Findable> all() {
        return states.all(Language.EN).stream().map(StateOffer::findable);
    }

    @Override
    public Optional<Findable> find(String key) {
        return StateCode.parse(key).flatMap(states::find).map(StateOffer::findable);
    }

    private static Findable findable(State state) {
        var code = state.code().iso3();
        var names = Stream.concat(
                        Stream.of(code, state.iso2(), state.officialName()), state.names().texts().values().stream())
                .collect(Collectors.joining(" "));
        Map<Language, String> texts =
                Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), language -> names));
        return new Findable(code, "/states/" + code, state.names(), texts);
    }
}

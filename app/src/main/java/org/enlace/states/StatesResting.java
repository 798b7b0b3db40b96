package org.enlace.states;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.Language;
import org.springframework.stereotype.Component;

/** What the facts of this room rest on. */
@Component
class StatesResting implements RestingFacts {

    private final States states;

    StatesResting(States states) {
        this.states = states;
    }

    @Override
    public String room() {
        return "states";
    }

    @Override
    public String key() {
        return "resting.states";
    }

    @Override
    public Map<String, Long> countBySource() {
        return states.all(Language.EN).stream()
                .flatMap(state -> Stream.concat(
                        state.sources().stream(),
                        state.memberships().stream().flatMap(membership -> membership.sources().stream())))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}

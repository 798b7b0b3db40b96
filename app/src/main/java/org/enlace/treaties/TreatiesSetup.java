package org.enlace.treaties;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.states.RestingFacts;
import org.enlace.states.StateBlock;
import org.enlace.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room contributes to others. */
@Configuration
class TreatiesSetup {

    @Bean
    MenuEntry treatiesEntry() {
        return MenuEntry.forAll("treaties", "/treaties", 20);
    }

    @Bean
    StateBlock treatiesBlock() {
        return new StateBlock("treaties", "block.treaties", "treaties", 20);
    }

    @Bean
    RestingFacts instrumentsResting(TreatyRows rows) {
        return new Resting(
                "resting.instruments", () -> rows.instruments().stream().flatMap(one -> one.sources().stream()));
    }

    @Bean
    RestingFacts actionsResting(TreatyRows rows) {
        return new Resting("resting.actions", () -> rows.actions().stream().map(TreatyAction::source));
    }

    @Bean
    RestingFacts observationsResting(TreatyRows rows) {
        return new Resting(
                "resting.observations", () -> rows.observations().stream().map(Observation::source));
    }

    @Bean
    RestingFacts declarationsResting(DeclarationRows rows) {
        return new Resting("resting.declarations", () -> rows.all().stream().map(Declaration::source));
    }

    /** One kind of fact of this room. */
    private record Resting(String key, Supplier<Stream<String>> sources) implements RestingFacts {

        @Override
        public String room() {
            return "treaties";
        }

        @Override
        public Map<String, Long> countBySource() {
            return sources.get().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        }
    }
}

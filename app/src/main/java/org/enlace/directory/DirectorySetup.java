package org.enlace.directory;

import java.util.Map;
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
class DirectorySetup {

    @Bean
    MenuEntry directoryEntry() {
        return MenuEntry.forAll("directory", "/directory", 30);
    }

    @Bean
    StateBlock authoritiesBlock() {
        return new StateBlock("directory", "block.authorities", "authorities", 10);
    }

    @Bean
    RestingFacts authoritiesResting(Authorities authorities) {
        return new Resting(
                "resting.authorities",
                () -> authorities.listed().stream()
                        .filter(authority -> !authority.isSample())
                        .map(authority -> authority.provenance().source()));
    }

    @Bean
    RestingFacts designationsResting(Designations designations) {
        return new Resting(
                "resting.designations",
                () -> designations.all().stream()
                        .filter(designation -> !designation.sample())
                        .map(Designation::source));
    }

    /** One kind of fact of this room. */
    private record Resting(String key, Supplier<Stream<String>> sources) implements RestingFacts {

        @Override
        public String room() {
            return "directory";
        }

        @Override
        public Map<String, Long> countBySource() {
            return sources.get().collect(Collectors.groupingBy(source -> source, Collectors.counting()));
        }
    }
}

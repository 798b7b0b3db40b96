package org.enlace.states;

import org.enlace.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class StatesSetup {

    @Bean
    Dataset dataset() {
        return new Dataset();
    }

    @Bean
    MenuEntry statesEntry() {
        return MenuEntry.forAll("states", "/states", 40);
    }
}

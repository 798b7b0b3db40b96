package org.enlace.mandates;

import org.enlace.states.StateBlock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room contributes to others. */
@Configuration
class MandatesSetup {

    @Bean
    StateBlock mandatesBlock() {
        return new StateBlock("mandates", "block.mandates", "mandates", 15);
    }
}

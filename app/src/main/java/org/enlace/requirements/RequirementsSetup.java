package org.enlace.requirements;

import org.enlace.states.StateBlock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room contributes to others. */
@Configuration
class RequirementsSetup {

    @Bean
    StateBlock requirementsBlock() {
        return new StateBlock("requirements", "rules.short", "requirements", 18);
    }
}

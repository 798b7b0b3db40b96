package org.enlace.resolver;

import org.enlace.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room contributes to others. */
@Configuration
class ResolverSetup {

    @Bean
    MenuEntry askEntry() {
        return MenuEntry.forAll("resolver", "/ask", 10);
    }
}

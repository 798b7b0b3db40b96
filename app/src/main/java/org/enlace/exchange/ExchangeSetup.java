package org.enlace.exchange;

import org.enlace.Role;
import org.enlace.ui.MenuEntry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(Targets.class)
class ExchangeSetup {

    @Bean
    static MenuEntry deskEntry(Desk desk) {
        return new MenuEntry("exchange", "menu", "/desk", 50, viewer -> viewer.is(Role.OFFICER), desk::mine);
    }
}

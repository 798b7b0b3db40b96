package org.enlace.desk;

import org.enlace.Role;
import org.enlace.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DeskSetup {

    @Bean
    static MenuEntry deskEntry(Desk desk) {
        return new MenuEntry("desk", "menu", "/desk", 50, viewer -> viewer.is(Role.OFFICER), desk::mine);
    }
}

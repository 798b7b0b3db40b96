package org.enlace.figures;

import org.enlace.Role;
import org.enlace.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class FiguresSetup {

    @Bean
    static MenuEntry figuresOfAllEntry() {
        return new MenuEntry("figures", "menu", "/figures", 70, viewer -> viewer.is(Role.SECRETARIAT));
    }

    /** Officers find theirs from the desk. */
    @Bean
    static MenuEntry figuresOfOneEntry() {
        return new MenuEntry(
                "figures",
                "menu",
                "/figures/mine",
                70,
                viewer -> viewer.is(Role.COORDINATOR) && !viewer.is(Role.SECRETARIAT));
    }
}

package org.enlace.reach;

import static org.enlace.ui.Answer.seeOther;

import java.util.List;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.ui.Answer;
import org.enlace.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people see which letters did not arrive, what was done, and what they can do. */
@Controller
class ReturnedController {

    private final Returned returned;
    private final ReturnedCounts counts;

    ReturnedController(Returned returned, ReturnedCounts counts) {
        this.returned = returned;
        this.counts = counts;
    }

    @GetMapping("/letters/returned")
    Answer show(Viewer viewer) {
        viewer.requireAccount();
        return new ReturnedPage(returned.of(viewer), viewer.zone());
    }

    @Transactional
    @PostMapping("/letters/returned/acknowledgement")
    Answer acknowledge(@RequestParam(defaultValue = "") List<UUID> letter, Viewer viewer) {
        returned.acknowledge(letter, viewer);
        counts.forget(viewer.requireAccount());
        return seeOther("/letters/returned");
    }

    @Configuration
    static class Menu {

        /** Nobody has it in their menu but those who have something there. */
        @Bean
        MenuEntry returnedEntry(ReturnedCounts counts) {
            return new MenuEntry("reach", "menu", "/letters/returned", 66, viewer -> counts.of(viewer) > 0, counts::of);
        }
    }
}

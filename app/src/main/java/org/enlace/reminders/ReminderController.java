package org.enlace.reminders;

import static org.enlace.ui.Answer.seeOther;

import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.exchange.Outstanding;
import org.enlace.ui.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A block on the page of a request: what was done because nothing had happened. */
@Controller
class ReminderController {

    private final Outstanding outstanding;
    private final Steps steps;

    ReminderController(Outstanding outstanding, Steps steps) {
        this.outstanding = outstanding;
        this.steps = steps;
    }

    @GetMapping("/requests/{id}/reminders")
    Answer read(@PathVariable UUID id, Viewer viewer) {
        var zone = outstanding.zone(id, viewer);
        return Answer.block(() -> new RemindersPart(steps.told(id), zone), () -> seeOther("/requests/" + id));
    }
}

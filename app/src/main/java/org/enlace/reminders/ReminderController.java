package org.enlace.reminders;

import static org.enlace.ui.Answer.seeOther;

import java.util.List;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.custody.Custody;
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
    private final Custody custody;

    ReminderController(Outstanding outstanding, Steps steps, Custody custody) {
        this.outstanding = outstanding;
        this.steps = steps;
        this.custody = custody;
    }

    @GetMapping("/requests/{id}/reminders")
    Answer read(@PathVariable UUID id, Viewer viewer) {
        var zone = outstanding.zone(id, viewer);
        return Answer.block(() -> new RemindersPart(lines(id), zone), () -> seeOther("/requests/" + id));
    }

    private List<RemindersPart.Line> lines(UUID request) {
        var indexes = custody.indexesOf(
                steps.of(request).stream().map(said -> said.entry()).toList());
        return steps.taken(request).stream()
                .map(taken -> {
                    var said = taken.said();
                    return said == null
                            ? new RemindersPart.Line(taken.step(), taken.at(), null, null)
                            : new RemindersPart.Line(
                                    taken.step(), taken.at(), said.reminder().letters(), indexes.get(said.entry()));
                })
                .toList();
    }
}

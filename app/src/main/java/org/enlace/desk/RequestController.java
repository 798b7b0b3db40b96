package org.enlace.desk;

import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.exchange.Holdings;
import org.enlace.exchange.Intake;
import org.enlace.exchange.Requests;
import org.enlace.exchange.Sequels;
import org.enlace.ui.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A request, for an officer of one of its two authorities, or of one that it was shared with. */
@Controller
class RequestController {

    private final Requests requests;
    private final Sequels sequels;
    private final Holdings holdings;
    private final RequestReading reading;
    private final Intake intake;

    RequestController(Requests requests, Sequels sequels, Holdings holdings, RequestReading reading, Intake intake) {
        this.requests = requests;
        this.sequels = sequels;
        this.holdings = holdings;
        this.reading = reading;
        this.intake = intake;
    }

    /** @param done the act that was just recorded, to be confirmed at the top of the page */
    @GetMapping("/requests/{id}")
    Answer read(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID done, Viewer viewer) {
        var request = requests.require(id, viewer);
        return reading.page(
                request,
                requests.chain(request, viewer),
                sequels.of(request, viewer),
                holdings.isKept(id, viewer),
                viewer,
                done == null ? null : intake.look(id, done, viewer));
    }
}

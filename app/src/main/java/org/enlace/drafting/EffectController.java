package org.enlace.drafting;

import static org.enlace.ui.Answer.seeOther;

import java.util.Objects;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.exchange.Requests;
import org.enlace.procedure.Request;
import org.enlace.ui.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A block on the page of a request, as it was on the day it was sent. */
@Controller
class EffectController {

    private final Requests requests;
    private final Effect effect;

    EffectController(Requests requests, Effect effect) {
        this.requests = requests;
        this.effect = effect;
    }

    @GetMapping("/requests/{id}/effect")
    Answer read(@PathVariable UUID id, Viewer viewer) {
        var request = requests.require(id, viewer);
        return Answer.block(() -> part(request, viewer), () -> seeOther("/requests/" + id));
    }

    private EffectPart part(Request request, Viewer viewer) {
        var sending = request.sending();
        var way =
                new Effect.Way(request.requesting().state(), request.requested().state());
        var on = request.sentAt().atZone(request.requested().zone()).toLocalDate();
        var instrument = Objects.requireNonNullElse(sending.instrument(), "");
        return new EffectPart(effect.of(way, instrument, sending.measure(), sending.form(), on, viewer.language()));
    }
}

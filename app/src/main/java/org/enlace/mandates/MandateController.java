package org.enlace.mandates;

import static org.enlace.ui.Answer.seeOther;

import java.time.Clock;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.directory.Keepers;
import org.enlace.states.Day;
import org.enlace.states.States;
import org.enlace.ui.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is a national point of contact, and who was on a day: for each viewer those that the viewer may see. */
@Controller
class MandateController {

    private final Mandates mandates;
    private final MandateRows rows;
    private final Showing showing;
    private final States states;
    private final Clock clock;

    MandateController(Mandates mandates, MandateRows rows, Showing showing, States states, Clock clock) {
        this.mandates = mandates;
        this.rows = rows;
        this.showing = showing;
        this.states = states;
        this.clock = clock;
    }

    @GetMapping("/mandates")
    Answer list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String network,
            @RequestParam(required = false) @Nullable String on,
            Viewer viewer) {
        return showing.list(state, network, Day.asked(on, viewer, clock), viewer);
    }

    @GetMapping("/mandates/{id}")
    Answer show(@PathVariable UUID id, @RequestParam(required = false) @Nullable String on, Viewer viewer) {
        return showing.page(mandates.require(id, viewer), Day.asked(on, viewer, clock), viewer);
    }

    /** The block on a state's page: bare for htmx that fetches the block, a page for everybody else. */
    @GetMapping("/states/{code}/mandates")
    Answer ofState(@PathVariable String code, @RequestParam(required = false) @Nullable String on, Viewer viewer) {
        var state = states.require(StateCode.parse(code).orElseThrow(Refused::absent));
        var part = showing.part(state, Day.asked(on, viewer, clock), viewer);
        return Answer.block(() -> part, () -> new StateMandatesPage(part));
    }

    /** "Still the same person": the state's coordinator says so, for half a year. The secretariat may not; only a state knows. */
    @PostMapping("/mandates/{id}/confirmation")
    Answer confirm(@PathVariable UUID id, Viewer viewer) {
        var mandate = mandates.require(id, viewer);
        if (!Keepers.coordinates(viewer, mandate.state())) {
            throw Refused.absent();
        }
        rows.confirm(mandate, viewer);
        return seeOther("/mandates/" + id);
    }
}

package org.enlace.retention;

import static org.enlace.ui.Answer.seeOther;

import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.exchange.Requests;
import org.enlace.ui.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A block on the page of a request, of the reader's authority and for it alone: until when it is kept, and what holds it. */
@Controller
class HoldController {

    private final Requests requests;
    private final Holds holds;
    private final Lifting lifting;
    private final RetentionReading reading;
    private final Officers officers;

    HoldController(Requests requests, Holds holds, Lifting lifting, RetentionReading reading, Officers officers) {
        this.requests = requests;
        this.holds = holds;
        this.lifting = lifting;
        this.reading = reading;
        this.officers = officers;
    }

    @GetMapping("/requests/{id}/retention")
    Answer show(@PathVariable UUID id, Viewer viewer) {
        requests.require(id, viewer);
        var authority = officers.authority(viewer);
        return Answer.block(
                () -> reading.kept(id, holds.of(authority), authority, viewer), () -> seeOther("/requests/" + id));
    }

    @PostMapping("/requests/{id}/holds")
    Answer place(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reference,
            Viewer viewer) {
        requests.require(id, viewer);
        var why = Hold.Ground.of(ground).orElseThrow(RetentionRefusal.UNKNOWN_GROUND::refused);
        holds.place(id, why, reference(reference), officers.authority(viewer), viewer);
        return seeOther("/requests/" + id);
    }

    @PostMapping("/requests/{id}/holds/{hold}/lifting")
    Answer lift(@PathVariable UUID id, @PathVariable UUID hold, Viewer viewer) {
        requests.require(id, viewer);
        return seeOther("/retention/proposals/" + lifting.propose(hold, officers.authority(viewer), viewer));
    }

    /** A file number: short, on one line. */
    static String reference(String typed) {
        var reference = typed.strip().replaceAll("\\s+", " ");
        if (reference.length() > Hold.LONGEST_REFERENCE) {
            throw RetentionRefusal.REFERENCE_TOO_LONG.refused(Hold.LONGEST_REFERENCE);
        }
        return reference;
    }
}

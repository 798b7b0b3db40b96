package org.enlace.directory;

import static org.enlace.ui.Answer.seeOther;

import java.time.Clock;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.ui.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** "All still right": the state's coordinator or an officer of the authority says so, for half a year. */
@Controller
class ConfirmationController {

    private final Authorities authorities;
    private final Confirmations confirmations;
    private final Clock clock;

    ConfirmationController(Authorities authorities, Confirmations confirmations, Clock clock) {
        this.authorities = authorities;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    @Transactional
    @PostMapping("/authorities/{id}/confirmation")
    Answer confirm(@PathVariable String id, Viewer viewer) {
        var authority = authorities
                .find(id)
                .filter(one -> Keepers.mayConfirm(viewer, one))
                .orElseThrow(Refused::absent);
        if (authority.isTakenOut()) {
            throw Refused.absent();
        }
        var way = viewer.isOfficerOf(id) ? Confirmation.Way.AUTHORITY : Confirmation.Way.COORDINATOR;
        confirmations.add(id, way, viewer.requireAccount(), viewer.name(), clock.instant());
        return seeOther("/authorities/" + id);
    }
}

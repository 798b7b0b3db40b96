package org.enlace.duty;

import static org.enlace.ui.Answer.seeOther;

import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.EntryBlock;
import org.enlace.states.StateBlock;
import org.enlace.states.States;
import org.enlace.ui.Answer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who is on duty: of a state, of an authority, and the rota it follows from. */
@Controller
class DutyController {

    private final NowOnDuty now;
    private final RotaReading reading;
    private final Authorities authorities;
    private final States states;

    DutyController(NowOnDuty now, RotaReading reading, Authorities authorities, States states) {
        this.now = now;
        this.reading = reading;
        this.authorities = authorities;
        this.states = states;
    }

    @GetMapping("/states/{code}/duty")
    Answer ofState(@PathVariable String code, Viewer viewer) {
        var state = states.require(StateCode.parse(code).orElseThrow(Refused::absent));
        var part = now.of(state, viewer);
        return Answer.block(() -> part, () -> new StateDutyPage(part));
    }

    /** The block on the authority's page, bare when htmx fetches it; the whole rota otherwise, as far as the viewer may see it. */
    @GetMapping("/authorities/{id}/duty")
    Answer ofAuthority(@PathVariable String id, Viewer viewer) {
        var authority = authorities.require(id, viewer);
        var part = now.of(authority, viewer);
        return Answer.block(() -> part, () -> reading.page(part, viewer));
    }

    /** The numbers of another authority, on the page of a request that waits for it. */
    @GetMapping("/authorities/{id}/telephones")
    Answer telephones(@PathVariable String id, Viewer viewer) {
        viewer.requireAuthority();
        var authority = authorities.require(id, viewer);
        return Answer.block(() -> now.phones(authority, viewer), () -> seeOther("/authorities/" + id));
    }

    @Configuration
    static class Setup {

        @Bean
        StateBlock dutyBlock() {
            return new StateBlock("duty", "block.duty", "duty", 5);
        }

        @Bean
        EntryBlock dutyEntryBlock() {
            return new EntryBlock("duty", "block.duty.now", "duty", 5);
        }
    }
}

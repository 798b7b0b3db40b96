package org.enlace.states;

import static org.enlace.ui.Answer.seeOther;

import jakarta.validation.Valid;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.changes.Changes;
import org.enlace.changes.GroundsForm;
import org.enlace.ui.Answer;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The secretariat enters how a state stands to the Organization. Nothing holds before a second person approved it. */
@Controller
class StandingController {

    private final States states;
    private final Changes changes;

    StandingController(States states, Changes changes) {
        this.states = states;
        this.changes = changes;
    }

    @GetMapping("/states/{code}/standings/new")
    Answer write(@PathVariable String code, Viewer viewer) {
        return new StandingFormPage(require(code, viewer), StandingForm.empty(), GroundsForm.empty(), Problems.NONE);
    }

    @PostMapping("/states/{code}/standings")
    Answer propose(
            @PathVariable String code,
            @Valid StandingForm form,
            BindingResult problems,
            @Valid GroundsForm grounds,
            BindingResult doubts,
            Viewer viewer) {
        var state = require(code, viewer);
        var since = FactDate.parse(form.since());
        if (since.isEmpty() && !problems.hasFieldErrors("since")) {
            problems.rejectValue("since", "since", "standing.new.since.wrong");
        }
        grounds.check(viewer, doubts);
        if (problems.hasErrors() || doubts.hasErrors()) {
            var words = Words.of(StandingController.class, viewer.language());
            var wrong = Problems.of(problems, words).and(GroundsForm.problems(doubts, viewer.language()));
            return new StandingFormPage(state, form, grounds, wrong);
        }
        var change = changes.propose(
                StandingMatter.KIND,
                StandingMatter.subject(state.code(), since.orElseThrow()),
                state.code(),
                StandingMatter.value(form.read()),
                grounds.read(viewer),
                null,
                viewer);
        return seeOther("/changes/" + change.id());
    }

    private State require(String code, Viewer viewer) {
        if (!viewer.is(Role.SECRETARIAT)) {
            throw Refused.absent();
        }
        return states.require(StateCode.parse(code).orElseThrow(Refused::absent));
    }
}

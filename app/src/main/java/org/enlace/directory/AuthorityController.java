package org.enlace.directory;

import static org.enlace.ui.Answer.seeOther;

import jakarta.validation.Valid;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.changes.Change;
import org.enlace.changes.Changes;
import org.enlace.changes.GroundsForm;
import org.enlace.states.State;
import org.enlace.states.States;
import org.enlace.ui.Answer;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.JsonNode;

/** A state's coordinator, or the secretariat for any state, enters an authority and corrects it. Nothing holds before another person approved it. */
@Controller
class AuthorityController {

    private final Authorities authorities;
    private final States states;
    private final Changes changes;

    AuthorityController(Authorities authorities, States states, Changes changes) {
        this.authorities = authorities;
        this.states = states;
        this.changes = changes;
    }

    @GetMapping("/states/{code}/authorities/new")
    Answer write(@PathVariable String code, Viewer viewer) {
        var state = state(code, viewer);
        return new AuthorityFormPage(state, null, AuthorityForm.empty(state), GroundsForm.empty(), Problems.NONE);
    }

    @PostMapping("/states/{code}/authorities")
    Answer enter(
            @PathVariable String code,
            @Valid AuthorityForm form,
            BindingResult problems,
            @Valid GroundsForm grounds,
            BindingResult doubts,
            Viewer viewer) {
        var state = state(code, viewer);
        var wrong = check(form, problems, grounds, doubts, viewer);
        return wrong.areThere()
                ? new AuthorityFormPage(state, null, form, grounds, wrong)
                : propose(authorities.freeId(state.code(), form.name()), state.code(), form, grounds, viewer);
    }

    @GetMapping("/authorities/{id}/correction")
    Answer correct(@PathVariable String id, Viewer viewer) {
        var authority = require(id, viewer);
        return page(authority, AuthorityForm.of(authority), GroundsForm.empty(), Problems.NONE);
    }

    @PostMapping("/authorities/{id}/correction")
    Answer correct(
            @PathVariable String id,
            @Valid AuthorityForm form,
            BindingResult problems,
            @Valid GroundsForm grounds,
            BindingResult doubts,
            Viewer viewer) {
        var authority = require(id, viewer);
        var wrong = check(form, problems, grounds, doubts, viewer);
        return wrong.areThere()
                ? page(authority, form, grounds, wrong)
                : propose(id, authority.state(), form, grounds, viewer);
    }

    /** Proposes that the authority is no longer listed. Its name stays with whatever was sent to it. */
    @PostMapping("/authorities/{id}/removal")
    Answer remove(@PathVariable String id, @Valid GroundsForm grounds, BindingResult doubts, Viewer viewer) {
        var authority = require(id, viewer);
        grounds.check(viewer, doubts);
        if (doubts.hasErrors()) {
            var wrong = GroundsForm.problems(doubts, viewer.language());
            return page(authority, AuthorityForm.of(authority), grounds, wrong);
        }
        return propose(id, authority.state(), null, grounds.read(viewer), viewer);
    }

    /** Both halves of a form that proposes a change, in the order in which they stand. */
    static Problems check(BindingResult problems, GroundsForm grounds, BindingResult doubts, Viewer viewer) {
        grounds.check(viewer, doubts);
        return Problems.of(problems, words(viewer)).and(GroundsForm.problems(doubts, viewer.language()));
    }

    private static Problems check(
            AuthorityForm form, BindingResult problems, GroundsForm grounds, BindingResult doubts, Viewer viewer) {
        form.check(problems);
        return check(problems, grounds, doubts, viewer);
    }

    private Answer propose(String id, StateCode state, AuthorityForm form, GroundsForm grounds, Viewer viewer) {
        return propose(id, state, AuthorityValue.of(form.read(id, state)), grounds.read(viewer), viewer);
    }

    private Answer propose(
            String id, StateCode state, @Nullable JsonNode after, Change.Grounds grounds, Viewer viewer) {
        var change = changes.propose(AuthorityMatter.KIND, id, state, after, grounds, null, viewer);
        return seeOther("/changes/" + change.id());
    }

    private AuthorityFormPage page(Authority authority, AuthorityForm form, GroundsForm grounds, Problems problems) {
        return new AuthorityFormPage(states.require(authority.state()), authority, form, grounds, problems);
    }

    private State state(String code, Viewer viewer) {
        var state = states.require(StateCode.parse(code).orElseThrow(Refused::absent));
        if (!Keepers.mayPropose(viewer, state.code())) {
            throw Refused.absent();
        }
        return state;
    }

    private Authority require(String id, Viewer viewer) {
        return authorities
                .find(id)
                .filter(authority -> Keepers.mayPropose(viewer, authority.state()))
                .orElseThrow(Refused::absent);
    }

    private static Words words(Viewer viewer) {
        return Words.of(AuthorityController.class, viewer.language());
    }
}

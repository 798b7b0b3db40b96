package org.enlace.mandates;

import static org.enlace.ui.Answer.seeOther;

import com.fasterxml.uuid.Generators;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.changes.Change;
import org.enlace.changes.Changes;
import org.enlace.changes.GroundsForm;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.directory.Keepers;
import org.enlace.states.Day;
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

/** A state's coordinator, or the secretariat for any state, enters a mandate and corrects or ends it. Nothing holds before another person approved it. */
@Controller
class MandateEntryController {

    private final Mandates mandates;
    private final Authorities authorities;
    private final States states;
    private final Changes changes;
    private final Clock clock;

    MandateEntryController(Mandates mandates, Authorities authorities, States states, Changes changes, Clock clock) {
        this.mandates = mandates;
        this.authorities = authorities;
        this.states = states;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping("/states/{code}/mandates/new")
    Answer write(@PathVariable String code, Viewer viewer) {
        var form = MandateForm.empty(Day.today(viewer, clock));
        return page(state(code, viewer), null, form, GroundsForm.empty(), Problems.NONE);
    }

    @PostMapping("/states/{code}/mandates")
    Answer enter(
            @PathVariable String code,
            @Valid MandateForm form,
            BindingResult problems,
            @Valid GroundsForm grounds,
            BindingResult doubts,
            Viewer viewer) {
        var state = state(code, viewer);
        var wrong = check(state, form, problems, grounds, doubts, viewer);
        return wrong.areThere()
                ? page(state, null, form, grounds, wrong)
                : propose(
                        Generators.timeBasedEpochRandomGenerator().generate(),
                        state.code(),
                        form,
                        grounds.read(viewer),
                        viewer);
    }

    @GetMapping("/mandates/{id}/correction")
    Answer correct(@PathVariable UUID id, Viewer viewer) {
        var mandate = require(id, viewer);
        return page(
                states.require(mandate.state()), mandate, MandateForm.of(mandate), GroundsForm.empty(), Problems.NONE);
    }

    @PostMapping("/mandates/{id}/correction")
    Answer correct(
            @PathVariable UUID id,
            @Valid MandateForm form,
            BindingResult problems,
            @Valid GroundsForm grounds,
            BindingResult doubts,
            Viewer viewer) {
        var mandate = require(id, viewer);
        var state = states.require(mandate.state());
        var wrong = check(state, form, problems, grounds, doubts, viewer);
        return wrong.areThere()
                ? page(state, mandate, form, grounds, wrong)
                : propose(id, mandate.state(), form, grounds.read(viewer), viewer);
    }

    /** Proposes that there was no such mandate. One that ended is corrected with its end. */
    @PostMapping("/mandates/{id}/removal")
    Answer remove(@PathVariable UUID id, @Valid GroundsForm grounds, BindingResult doubts, Viewer viewer) {
        var mandate = require(id, viewer);
        grounds.check(viewer, doubts);
        if (doubts.hasErrors()) {
            return page(
                    states.require(mandate.state()),
                    mandate,
                    MandateForm.of(mandate),
                    grounds,
                    GroundsForm.problems(doubts, viewer.language()));
        }
        var subject = MandateMatter.subject(mandate.state(), id);
        return at(changes.propose(
                MandateMatter.KIND, subject, mandate.state(), null, grounds.read(viewer), null, viewer));
    }

    private Answer propose(UUID id, StateCode state, MandateForm form, Change.Grounds grounds, Viewer viewer) {
        var after = MandateValue.of(form.read(id, state));
        return at(changes.propose(
                MandateMatter.KIND, MandateMatter.subject(state, id), state, after, grounds, null, viewer));
    }

    private Problems check(
            State state,
            MandateForm form,
            BindingResult problems,
            GroundsForm grounds,
            BindingResult doubts,
            Viewer viewer) {
        form.check(authorities.of(state.code()).stream().map(Authority::id).collect(Collectors.toSet()), problems);
        grounds.check(viewer, doubts);
        return Problems.of(problems, Words.of(MandateForm.class, viewer.language()))
                .and(GroundsForm.problems(doubts, viewer.language()));
    }

    private MandateFormPage page(
            State state, @Nullable Mandate corrected, MandateForm form, GroundsForm grounds, Problems problems) {
        return new MandateFormPage(state, corrected, form, grounds, authorities.of(state.code()), problems);
    }

    private State state(String code, Viewer viewer) {
        var state = states.require(StateCode.parse(code).orElseThrow(Refused::absent));
        if (!Keepers.mayPropose(viewer, state.code())) {
            throw Refused.absent();
        }
        return state;
    }

    private Mandate require(UUID id, Viewer viewer) {
        var mandate = mandates.require(id, viewer);
        if (!Keepers.mayPropose(viewer, mandate.state())) {
            throw Refused.absent();
        }
        return mandate;
    }

    private static Answer at(Change change) {
        return seeOther("/changes/" + change.id());
    }
}

package org.enlace.requirements;

import static org.enlace.ui.Answer.seeOther;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.changes.Changes;
import org.enlace.changes.GroundsForm;
import org.enlace.directory.Keepers;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
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
import org.springframework.web.bind.annotation.RequestParam;

/** What a state needs in a request: for everybody to read, for its coordinator and the secretariat to propose. Nothing holds before another person approved it. */
@Controller
class RulesController {

    private final RuleRows rows;
    private final Forms forms;
    private final States states;
    private final Changes changes;
    private final Clock clock;

    RulesController(RuleRows rows, Forms forms, States states, Changes changes, Clock clock) {
        this.rows = rows;
        this.forms = forms;
        this.states = states;
        this.changes = changes;
        this.clock = clock;
    }

    /** The block on a state's page: bare for htmx that fetches the block, the whole page for everybody else. */
    @GetMapping("/states/{code}/requirements")
    Answer show(@PathVariable String code, @RequestParam(required = false) @Nullable String on, Viewer viewer) {
        var state = state(code);
        var page = page(state, Day.asked(on, viewer, clock), viewer);
        return Answer.block(() -> new RulesPart(page), () -> page);
    }

    @GetMapping("/states/{code}/requirements/{form}")
    Answer write(
            @PathVariable String code,
            @PathVariable String form,
            @RequestParam(defaultValue = "") String field,
            Viewer viewer) {
        var state = kept(code, viewer);
        var about = form(form);
        var there = rows.latest(state.code(), about.form(), field);
        var typed = there.map(RuleForm::of).orElseGet(() -> RuleForm.empty(field, Day.today(viewer, clock)));
        return new RuleFormPage(state, about, typed, GroundsForm.empty(), there.isPresent(), Problems.NONE);
    }

    @PostMapping("/states/{code}/requirements/{form}")
    Answer propose(
            @PathVariable String code,
            @PathVariable("form") String slug,
            @Valid RuleForm form,
            BindingResult problems,
            @Valid GroundsForm grounds,
            BindingResult doubts,
            Viewer viewer) {
        var state = kept(code, viewer);
        var about = form(slug);
        form.check(about, problems);
        grounds.check(viewer, doubts);
        var wrong = Problems.of(problems, Words.of(RuleForm.class, viewer.language()))
                .and(GroundsForm.problems(doubts, viewer.language()));
        if (wrong.areThere()) {
            var stands = rows.latest(state.code(), about.form(), form.field()).isPresent();
            return new RuleFormPage(state, about, form, grounds, stands, wrong);
        }
        var rule = form.read(state.code(), about);
        var change = changes.propose(
                RuleMatter.KIND, rule.subject(), state.code(), RuleValue.of(rule), grounds.read(viewer), null, viewer);
        return seeOther("/changes/" + change.id());
    }

    /** Proposes that the state needs nothing special there any more. */
    @PostMapping("/states/{code}/requirements/{form}/removal")
    Answer remove(
            @PathVariable String code,
            @PathVariable("form") String slug,
            RuleForm form,
            @Valid GroundsForm grounds,
            BindingResult doubts,
            Viewer viewer) {
        var state = kept(code, viewer);
        var about = form(slug);
        grounds.check(viewer, doubts);
        if (doubts.hasErrors()) {
            return new RuleFormPage(state, about, form, grounds, true, GroundsForm.problems(doubts, viewer.language()));
        }
        var subject = Rule.subject(state.code(), about.form(), form.field());
        var change = changes.propose(RuleMatter.KIND, subject, state.code(), null, grounds.read(viewer), null, viewer);
        return seeOther("/changes/" + change.id());
    }

    private RulesPage page(State state, LocalDate on, Viewer viewer) {
        var rules = rows.of(state.code(), on);
        var all = forms.profiles().stream()
                .map(form -> new RulesPage.OfForm(
                        form,
                        rules.stream()
                                .filter(rule -> rule.form().equals(form.form()))
                                .toList()))
                .toList();
        return new RulesPage(state, on, all, Keepers.mayPropose(viewer, state.code()));
    }

    private State state(String code) {
        return states.require(StateCode.parse(code).orElseThrow(Refused::absent));
    }

    private State kept(String code, Viewer viewer) {
        var state = state(code);
        if (!Keepers.mayPropose(viewer, state.code())) {
            throw Refused.absent();
        }
        return state;
    }

    private Form form(String slug) {
        return forms.profiles().stream()
                .filter(form -> form.slug().equals(slug))
                .findFirst()
                .orElseThrow(Refused::absent);
    }
}

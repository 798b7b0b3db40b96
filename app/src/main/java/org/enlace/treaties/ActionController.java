package org.enlace.treaties;

import static org.enlace.ui.Answer.seeOther;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Optional;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.changes.Change;
import org.enlace.changes.Changes;
import org.enlace.states.FactDate;
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

/** The secretariat enters what states did under a treaty, and corrects it. Nothing holds before a second person approved it. */
@Controller
class ActionController {

    private final Instruments instruments;
    private final States states;
    private final Changes changes;

    ActionController(Instruments instruments, States states, Changes changes) {
        this.instruments = instruments;
        this.states = states;
        this.changes = changes;
    }

    /** @param state with {@code act} and {@code number}: the action to be corrected, if it is there */
    @GetMapping("/treaties/{id}/actions/new")
    Answer write(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) TreatyAction.@Nullable Act act,
            @RequestParam(defaultValue = "1") int number,
            Viewer viewer) {
        requireSecretariat(viewer);
        var there = find(id, state, act, number);
        return page(id, there.map(ActionForm::of).orElseGet(ActionForm::empty), Problems.NONE, viewer);
    }

    @PostMapping("/treaties/{id}/actions")
    Answer propose(@PathVariable String id, @Valid ActionForm form, BindingResult problems, Viewer viewer) {
        requireSecretariat(viewer);
        var date = FactDate.parse(form.date());
        if (date.isEmpty()) {
            problems.rejectValue("date", "date", "action.date.wrong");
        }
        if (problems.hasErrors()) {
            var words = Words.of(ActionController.class, viewer.language());
            return page(id, form, Problems.of(problems, words), viewer);
        }
        var key = key(id, form, date.orElseThrow());
        var there = instruments.actions(id).stream().filter(key::isOf).findFirst();
        if (form.number() == null && there.isPresent()) {
            var words = Words.of(ActionController.class, viewer.language());
            var known = words.say("action.there", there.get().date().in(words));
            return page(id, form, Problems.at("act", known), viewer);
        }
        return propose(key, form, date.orElseThrow(), viewer);
    }

    /** Proposes that there was no such action. */
    @PostMapping("/treaties/{id}/actions/removal")
    Answer remove(@PathVariable String id, @Valid ActionForm form, BindingResult problems, Viewer viewer) {
        requireSecretariat(viewer);
        if (problems.hasErrors()) {
            var words = Words.of(ActionController.class, viewer.language());
            return page(id, form, Problems.of(problems, words), viewer);
        }
        return propose(key(id, form, null), form, null, viewer);
    }

    private Answer propose(ActionKey key, ActionForm form, @Nullable FactDate date, Viewer viewer) {
        var grounds = new Change.Grounds(require(Change.Way.class, form.way()), form.source(), form.address(), "");
        var after = date == null ? null : ActionMatter.value(date, form.note());
        var change = changes.propose(ActionMatter.KIND, key.toString(), key.state(), after, grounds, null, viewer);
        return seeOther("/changes/" + change.id());
    }

    private ActionPage page(String id, ActionForm form, Problems problems, Viewer viewer) {
        return new ActionPage(
                instruments.require(id), form, states.all(viewer.language()), problems, viewer.language());
    }

    private Optional<TreatyAction> find(String id, String state, TreatyAction.@Nullable Act act, int number) {
        return StateCode.parse(state)
                .flatMap(code -> act == null
                        ? Optional.empty()
                        : instruments.actions(id).stream()
                                .filter(new ActionKey(id, code, act, number)::isOf)
                                .findFirst());
    }

    private ActionKey key(String id, ActionForm form, @Nullable FactDate date) {
        var state = StateCode.parse(form.state())
                .flatMap(states::find)
                .orElseThrow(Refused::absent)
                .code();
        var instrument = instruments.require(id).id();
        var act = require(TreatyAction.Act.class, form.act());
        var number = form.number();
        return number == null && date != null
                ? ActionKey.on(date, instrument, state, act, instruments.actions(id))
                : new ActionKey(instrument, state, act, number == null ? 1 : number);
    }

    /** A list offers only what there is; whoever sends something else did not use the page. */
    private static <E extends Enum<E>> E require(Class<E> of, String name) {
        return Arrays.stream(of.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(Refused::absent);
    }

    private static void requireSecretariat(Viewer viewer) {
        if (!viewer.is(Role.SECRETARIAT)) {
            throw Refused.absent();
        }
    }
}

package org.enlace.directory;

import static org.enlace.ui.Answer.seeOther;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.changes.Change;
import org.enlace.changes.Changes;
import org.enlace.changes.GroundsForm;
import org.enlace.treaties.Instruments;
import org.enlace.ui.Answer;
import org.enlace.ui.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** What an authority is designated for, entered and corrected like the authority itself. */
@Controller
class DesignationController {

    private final Authorities authorities;
    private final Designations designations;
    private final Instruments instruments;
    private final Changes changes;
    private final Clock clock;

    DesignationController(
            Authorities authorities, Designations designations, Instruments instruments, Changes changes, Clock clock) {
        this.authorities = authorities;
        this.designations = designations;
        this.instruments = instruments;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param instrument with {@code function}: the designation to be corrected, if it is there */
    @GetMapping("/authorities/{id}/designations/new")
    Answer write(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String instrument,
            @RequestParam(required = false) @Nullable Function function,
            Viewer viewer) {
        var authority = require(id, viewer);
        var there = function == null
                ? java.util.Optional.<Designation>empty()
                : designations.find(new DesignationKey(id, instrument, function));
        return page(
                authority,
                there.map(DesignationForm::of).orElseGet(DesignationForm::empty),
                GroundsForm.empty(),
                there.isPresent(),
                Problems.NONE);
    }

    @PostMapping("/authorities/{id}/designations")
    Answer propose(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean correcting,
            @Valid DesignationForm form,
            BindingResult problems,
            @Valid GroundsForm grounds,
            BindingResult doubts,
            Viewer viewer) {
        var authority = require(id, viewer);
        form.check(problems);
        var wrong = AuthorityController.check(problems, grounds, doubts, viewer);
        if (wrong.areThere()) {
            return page(authority, form, grounds, correcting, wrong);
        }
        var why = grounds.read(viewer);
        return propose(authority, form, form.value(why.way(), today()), why, viewer);
    }

    /** Proposes that there was no such designation. One that ended is corrected with its end. */
    @PostMapping("/authorities/{id}/designations/removal")
    Answer remove(
            @PathVariable String id,
            DesignationForm form,
            BindingResult unread,
            @Valid GroundsForm grounds,
            BindingResult doubts,
            Viewer viewer) {
        var authority = require(id, viewer);
        grounds.check(viewer, doubts);
        if (doubts.hasErrors()) {
            return page(authority, form, grounds, true, AuthorityController.check(unread, grounds, doubts, viewer));
        }
        return propose(authority, form, null, grounds.read(viewer), viewer);
    }

    private Answer propose(
            Authority authority,
            DesignationForm form,
            @Nullable JsonNode after,
            Change.Grounds grounds,
            Viewer viewer) {
        var key = new DesignationKey(
                authority.id(), instruments.require(form.instrument()).id(), DesignationKey.function(form.function()));
        var change = changes.propose(
                DesignationMatter.KIND, key.toString(), authority.state(), after, grounds, null, viewer);
        return seeOther("/changes/" + change.id());
    }

    private DesignationFormPage page(
            Authority authority, DesignationForm form, GroundsForm grounds, boolean correcting, Problems problems) {
        return new DesignationFormPage(authority, form, grounds, correcting, instruments.all(), problems);
    }

    private Authority require(String id, Viewer viewer) {
        return authorities
                .find(id)
                .filter(authority -> Keepers.mayPropose(viewer, authority.state()))
                .orElseThrow(Refused::absent);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

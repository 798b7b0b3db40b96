package org.enlace.duty;

import static org.enlace.ui.Answer.seeOther;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.ui.Answer;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whoever keeps an authority's rota writes, changes and removes its shifts; what follows from a change is shown before it is saved. */
@Controller
@RequestMapping("/authorities/{id}/duty/shifts")
class ShiftController {

    private final Authorities authorities;
    private final Shifts shifts;
    private final RotaReading reading;
    private final Clock clock;

    ShiftController(Authorities authorities, Shifts shifts, RotaReading reading, Clock clock) {
        this.authorities = authorities;
        this.shifts = shifts;
        this.reading = reading;
        this.clock = clock;
    }

    @GetMapping("/new")
    Answer begin(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            Viewer viewer) {
        var authority = kept(id, viewer);
        var today = LocalDate.ofInstant(clock.instant(), authority.zone());
        var form = ShiftForm.empty(
                today,
                authority.zone(),
                instant(from),
                instant(until),
                authority.reach().languages());
        return page(authority, null, form, Problems.NONE);
    }

    @Transactional
    @PostMapping
    Answer add(@PathVariable String id, @ModelAttribute ShiftForm form, BindingResult problems, Viewer viewer) {
        var authority = kept(id, viewer);
        return save(authority, null, form, problems, viewer);
    }

    @GetMapping("/{shift}")
    Answer read(@PathVariable String id, @PathVariable UUID shift, Viewer viewer) {
        var authority = kept(id, viewer);
        var current = require(authority, shift);
        return page(authority, current, ShiftForm.of(current), Problems.NONE);
    }

    @Transactional
    @PostMapping("/{shift}")
    Answer change(
            @PathVariable String id,
            @PathVariable UUID shift,
            @ModelAttribute ShiftForm form,
            BindingResult problems,
            Viewer viewer) {
        var authority = kept(id, viewer);
        return save(authority, require(authority, shift), form, problems, viewer);
    }

    @Transactional
    @PostMapping("/{shift}/removal")
    Answer remove(@PathVariable String id, @PathVariable UUID shift, @ModelAttribute ShiftForm form, Viewer viewer) {
        var authority = kept(id, viewer);
        var current = require(authority, shift);
        if (!isOf(form, current) || !shifts.remove(current, viewer)) {
            return page(authority, require(authority, shift), form, Problems.NONE)
                    .changedMeanwhile();
        }
        return seeOther("/authorities/" + id + "/duty");
    }

    private Answer save(
            Authority authority, @Nullable Shift current, ShiftForm form, BindingResult problems, Viewer viewer) {
        var rota = shifts.rota(authority);
        form.check(rota.officers().keySet(), problems);
        if (problems.hasErrors()) {
            var words = Words.of(ShiftController.class, viewer.language());
            return page(authority, current, form, Problems.of(problems, words));
        }
        if (current != null && !isOf(form, current)) {
            return page(authority, current, form, Problems.NONE).changedMeanwhile();
        }
        var id = current == null ? Shifts.newId() : current.id();
        var shift = form.read(id, authority.id(), ShiftPage.tags(authority, current), viewer, clock.instant());
        var before = reading.findings(rota, authority);
        var findings = reading.findings(rota.with(shift), authority).beyond(before);
        if (findings.areThere() && !form.wereConsequencesSeen()) {
            return page(authority, current, form, Problems.NONE).with(findings);
        }
        if (!shifts.save(shift, viewer)) {
            return page(authority, require(authority, id), form, Problems.NONE).changedMeanwhile();
        }
        return seeOther("/authorities/" + authority.id() + "/duty");
    }

    /** Whether the form was filled in against the shift as it is now. */
    private static boolean isOf(ShiftForm form, Shift current) {
        return form.hasVersion() && Integer.parseInt(form.version()) == current.version();
    }

    private ShiftPage page(Authority authority, @Nullable Shift current, ShiftForm form, Problems problems) {
        return ShiftPage.of(authority, shifts.rota(authority), current, form, problems);
    }

    private Authority kept(String id, Viewer viewer) {
        var authority = authorities.require(id, viewer);
        if (!OnCall.mayKeep(viewer, authority)) {
            throw Refused.absent();
        }
        return authority;
    }

    private Shift require(Authority authority, UUID shift) {
        return shifts.find(authority.id(), shift).orElseThrow(Refused::absent);
    }

    private static @Nullable Instant instant(@Nullable String typed) {
        try {
            return typed == null ? null : Instant.parse(typed);
        } catch (DateTimeParseException notAnInstant) {
            return null;
        }
    }
}

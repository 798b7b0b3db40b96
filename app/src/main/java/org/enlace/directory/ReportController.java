package org.enlace.directory;

import static org.enlace.ui.Answer.seeOther;

import com.fasterxml.uuid.Generators;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.states.Day;
import org.enlace.ui.Answer;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a delegation says in a meeting about an entry: entered in a minute, marks the entry at once, and asks for the paper. */
@Controller
class ReportController {

    private static final int DAYS_TO_ANSWER = 7;

    private final Reporting reporting;
    private final Reports reports;
    private final Clock clock;

    ReportController(Reporting reporting, Reports reports, Clock clock) {
        this.reporting = reporting;
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping("/directory/reports")
    Answer list(Viewer viewer) {
        if (!viewer.is(Role.SECRETARIAT) && !viewer.is(Role.COORDINATOR)) {
            throw Refused.absent();
        }
        return new ReportsPage(reporting.open(viewer), Day.today(viewer, clock));
    }

    @GetMapping("/authorities/{id}/reports/new")
    Answer write(@PathVariable String id, Viewer viewer) {
        requireSecretariat(viewer);
        var due = Day.today(viewer, clock).plusDays(DAYS_TO_ANSWER);
        return reporting.form(id, new ReportForm(id, "", "", due.toString()), Problems.NONE);
    }

    @PostMapping("/authorities/{id}/reports")
    Answer enter(@PathVariable String id, @Valid ReportForm form, BindingResult problems, Viewer viewer) {
        requireSecretariat(viewer);
        form.check(Day.today(viewer, clock), problems);
        if (problems.hasErrors()) {
            var words = Words.of(ReportController.class, viewer.language());
            return reporting.form(id, form, Problems.of(problems, words));
        }
        var report = new Report(
                Generators.timeBasedEpochRandomGenerator().generate(),
                reporting.entry(id, form.entry()),
                AuthorityMatter.state(id),
                form.said(),
                form.meeting(),
                form.day().orElseThrow(),
                viewer.name(),
                clock.instant());
        reports.add(report, viewer.requireAccount());
        return at(report);
    }

    @GetMapping("/authorities/{id}/reports/{report}")
    Answer show(@PathVariable String id, @PathVariable UUID report, Viewer viewer) {
        return reporting.page(require(id, report, viewer), viewer);
    }

    /** It was entered by mistake: the entry is marked no longer. */
    @PostMapping("/authorities/{id}/reports/{report}/withdrawal")
    Answer withdraw(
            @PathVariable String id,
            @PathVariable UUID report,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        requireSecretariat(viewer);
        var mistaken = require(id, report, viewer);
        if (reason.isBlank()) {
            throw DirectoryRefusal.REASON_MISSING.refused();
        }
        reports.withdraw(mistaken, reason.strip(), viewer, clock.instant());
        return seeOther("/authorities/" + id);
    }

    private Report require(String id, UUID report, Viewer viewer) {
        return reports.find(report)
                .filter(one -> one.authority().equals(id))
                .filter(one -> Keepers.mayPropose(viewer, one.state()))
                .orElseThrow(Refused::absent);
    }

    private static Answer at(Report report) {
        return seeOther("/authorities/" + report.authority() + "/reports/" + report.id());
    }

    private static void requireSecretariat(Viewer viewer) {
        if (!viewer.is(Role.SECRETARIAT)) {
            throw Refused.absent();
        }
    }
}

package org.enlace.directory;

import java.util.List;
import java.util.Optional;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.states.States;
import org.enlace.treaties.Instruments;
import org.enlace.ui.Problems;
import org.springframework.stereotype.Component;

/** Gathers what the pages about reports show. */
@Component
class Reporting {

    private final Authorities authorities;
    private final Designations designations;
    private final Confirmations confirmations;
    private final Instruments instruments;
    private final States states;

    Reporting(
            Authorities authorities,
            Designations designations,
            Confirmations confirmations,
            Instruments instruments,
            States states) {
        this.authorities = authorities;
        this.designations = designations;
        this.confirmations = confirmations;
        this.instruments = instruments;
        this.states = states;
    }

    /** Those of the states whose entries the viewer keeps, what is due first. */
    List<ReportsPage.Line> open(Viewer viewer) {
        return confirmations.openReports().stream()
                .filter(report -> Keepers.mayPropose(viewer, report.state()))
                .map(report ->
                        new ReportsPage.Line(report, authority(report.authority()), states.require(report.state())))
                .toList();
    }

    ReportFormPage form(String id, ReportForm form, Problems problems) {
        return new ReportFormPage(authority(id), namings(id), form, problems);
    }

    ReportPage page(Report report, Viewer viewer) {
        var open = confirmations.openReports().stream().anyMatch(one -> one.id().equals(report.id()));
        return new ReportPage(
                report,
                authority(report.authority()),
                states.require(report.state()),
                naming(report).orElse(null),
                !open,
                viewer.is(Role.SECRETARIAT));
    }

    /** @throws Refused absent, when it is not an entry of this authority */
    String entry(String id, String chosen) {
        var known = authority(id).id();
        var isKnown = chosen.equals(known)
                || namings(id).stream()
                        .anyMatch(naming -> naming.key().toString().equals(chosen));
        if (!isKnown) {
            throw Refused.absent();
        }
        return chosen;
    }

    private List<Naming> namings(String id) {
        return designations.of(id).stream()
                .map(DesignationKey::of)
                .distinct()
                .map(key -> new Naming(key, instruments.require(key.instrument())))
                .toList();
    }

    /** What was said stays readable when the designation is gone. */
    private Optional<Naming> naming(Report report) {
        return report.entry().equals(report.authority())
                ? Optional.empty()
                : Optional.of(DesignationKey.parse(report.entry()))
                        .map(key -> new Naming(key, instruments.require(key.instrument())));
    }

    private Authority authority(String id) {
        return authorities.find(id).orElseThrow(Refused::absent);
    }
}

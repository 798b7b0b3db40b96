package org.enlace.changes;

import static org.enlace.ui.Answer.seeOther;

import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.ui.Answer;
import org.enlace.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was proposed, and what others decide on it. */
@Controller
class ChangesController {

    private final Changes changes;
    private final Scans scans;
    private final ScanSettings settings;

    ChangesController(Changes changes, Scans scans, ScanSettings settings) {
        this.changes = changes;
        this.scans = scans;
        this.settings = settings;
    }

    @GetMapping("/changes")
    Answer list(Viewer viewer) {
        if (!keepsFacts(viewer)) {
            throw Refused.absent();
        }
        return new ChangesPage(changes.waiting(viewer), changes.decided(viewer), changes, viewer);
    }

    @GetMapping("/changes/{id}")
    Answer show(@PathVariable UUID id, Viewer viewer) {
        var change = changes.require(id, viewer);
        return new ChangePage(
                change,
                changes.matter(change.kind()),
                changes.mayDecide(change, viewer),
                new ChangeScans(change, scans.of(change), settings, viewer),
                changes.of(change.kind(), change.subject(), viewer),
                viewer);
    }

    @PostMapping("/changes/{id}/approval")
    Answer approve(@PathVariable UUID id, @RequestParam(defaultValue = "") String seen, Viewer viewer) {
        return at(changes.approve(id, seen, viewer));
    }

    @PostMapping("/changes/{id}/refusal")
    Answer refuse(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        return at(changes.refuse(id, reason, viewer));
    }

    @PostMapping("/changes/{id}/withdrawal")
    Answer withdraw(@PathVariable UUID id, Viewer viewer) {
        return at(changes.withdraw(id, viewer));
    }

    @PostMapping("/changes/{id}/undoing")
    Answer undo(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        return at(changes.undo(id, reason, viewer));
    }

    private static Answer at(Change change) {
        return seeOther("/changes/" + change.id());
    }

    private static boolean keepsFacts(Viewer viewer) {
        return viewer.is(Role.SECRETARIAT) || viewer.is(Role.COORDINATOR);
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry changesEntry() {
            return new MenuEntry("changes", "menu", "/changes", 60, ChangesController::keepsFacts);
        }
    }
}

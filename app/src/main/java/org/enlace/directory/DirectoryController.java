package org.enlace.directory;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.changes.Changes;
import org.enlace.states.Day;
import org.enlace.states.States;
import org.enlace.ui.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Authorities, for people: all of them, those of a state, one. */
@Controller
class DirectoryController {

    private final Listing listing;
    private final States states;
    private final Changes changes;
    private final List<EntryBlock> blocks;
    private final Clock clock;

    DirectoryController(Listing listing, States states, Changes changes, List<EntryBlock> blocks, Clock clock) {
        this.listing = listing;
        this.states = states;
        this.changes = changes;
        this.blocks = blocks.stream()
                .sorted(Comparator.comparingInt(EntryBlock::order))
                .toList();
        this.clock = clock;
    }

    @GetMapping("/directory")
    Answer directory(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String on,
            Viewer viewer) {
        var day = Day.asked(on, viewer, clock);
        var filter = new DirectoryPage.Filter(Typed.text(state), Typed.text(kind), day);
        return DirectoryPage.of(filter, states.all(viewer.language()), listing.all(day));
    }

    @GetMapping("/authorities/{id}")
    Answer authority(@PathVariable String id, @RequestParam(required = false) @Nullable String on, Viewer viewer) {
        var day = Day.asked(on, viewer, clock);
        return listing.page(id, new AuthorityPage.Moment(day, clock.instant()), blocks, changes, viewer);
    }

    /** The block on a state's page: bare for htmx that fetches the block, a page for everybody else. */
    @GetMapping("/states/{code}/authorities")
    Answer ofState(@PathVariable String code, @RequestParam(required = false) @Nullable String on, Viewer viewer) {
        var state = states.require(StateCode.parse(code).orElseThrow(Refused::absent));
        var day = Day.asked(on, viewer, clock);
        var part = listing.part(state, day);
        return Answer.block(() -> part, () -> new StateAuthoritiesPage(part));
    }
}

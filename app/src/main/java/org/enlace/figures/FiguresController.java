package org.enlace.figures;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.procedure.Side;
import org.enlace.ui.Answer;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Figures in aggregate for the secretariat; a state's own, whole, for its officers and coordinators. */
@Controller
class FiguresController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Reckoning reckoning;
    private final Labels labels;
    private final Incidents incidents;
    private final Clock clock;

    FiguresController(Reckoning reckoning, Labels labels, Incidents incidents, Clock clock) {
        this.reckoning = reckoning;
        this.labels = labels;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** What stands in the address, as it was typed. */
    record Asked(
            @Nullable String from,
            @Nullable String to,
            @Nullable String side) {}

    @GetMapping("/figures")
    Answer ofAll(Asked asked, Viewer viewer) {
        return page(all(asked, viewer), null, viewer);
    }

    @GetMapping("/figures/mine")
    Answer ofOne(Asked asked, Viewer viewer) {
        return page(mine(asked, viewer), incidents.of(viewer), viewer);
    }

    @GetMapping("/figures/{table}.csv")
    ResponseEntity<String> fileOfAll(@PathVariable String table, Asked asked, Viewer viewer) {
        return file(table, all(asked, viewer), viewer);
    }

    @GetMapping("/figures/mine/{table}.csv")
    ResponseEntity<String> fileOfOne(@PathVariable String table, Asked asked, Viewer viewer) {
        return file(table, mine(asked, viewer), viewer);
    }

    private Scope all(Asked asked, Viewer viewer) {
        if (!viewer.is(Role.SECRETARIAT)) {
            throw Refused.absent();
        }
        return new Scope(Period.asked(asked.from(), asked.to(), clock), null, null);
    }

    private Scope mine(Asked asked, Viewer viewer) {
        var state = viewer.state();
        if (state == null || !(viewer.is(Role.OFFICER) || viewer.is(Role.COORDINATOR))) {
            throw Refused.absent();
        }
        var side = Arrays.stream(Side.values())
                .filter(each -> each.name().equals(asked.side()))
                .findFirst()
                .orElse(null);
        return new Scope(Period.asked(asked.from(), asked.to(), clock), state, side);
    }

    private FiguresPage page(Scope scope, @Nullable List<Incident> incidents, Viewer viewer) {
        var tables = tables(scope, viewer);
        return new FiguresPage(
                scope, name(scope.state(), viewer), incidents, tables.figures(), tables.numbers(), tables.all(), clock);
    }

    private ResponseEntity<String> file(String id, Scope scope, Viewer viewer) {
        var table = tables(scope, viewer).all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::absent);
        var period = scope.period();
        var name = ContentDisposition.attachment()
                .filename("enlace-" + id + "-" + period.from() + "-" + period.to() + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(table.csv());
    }

    private FigureTables tables(Scope scope, Viewer viewer) {
        var words = Words.of(FiguresController.class, viewer.language());
        return new FigureTables(reckoning.of(scope), labels, new Cells(scope.disclosure(), words));
    }

    private @Nullable String name(@Nullable StateCode state, Viewer viewer) {
        return state == null ? null : labels.state(state, viewer.language());
    }
}

package org.enlace.upkeep;

import static org.enlace.ui.Answer.seeOther;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.ui.Answer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Unannounced drills of the points that answer day and night: started by the secretariat or the schedule, seen by the state concerned and the secretariat. */
@Controller
class DrillController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Drills drills;
    private final Points points;
    private final Questions questions;
    private final Rounds.Asker asker;
    private final Clock clock;

    DrillController(Drills drills, Points points, Questions questions, Rounds.Asker asker, Clock clock) {
        this.drills = drills;
        this.points = points;
        this.questions = questions;
        this.asker = asker;
        this.clock = clock;
    }

    @GetMapping("/directory/drills")
    Answer show(Viewer viewer) {
        requireSomebody(viewer);
        return new DrillsPage(
                drills.of(viewer), viewer.is(Role.SECRETARIAT), asker.server().isSetUp(), clock.instant());
    }

    @GetMapping("/directory/drills.csv")
    ResponseEntity<String> table(Viewer viewer) {
        requireSomebody(viewer);
        var file = ContentDisposition.attachment()
                .filename("drills-" + Days.of(clock.instant()) + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(DrillsTable.csv(drills.of(viewer), clock.instant()));
    }

    /** @param id the point to drill, or empty for all */
    @PostMapping("/directory/drills")
    Answer start(@RequestParam(defaultValue = "") String id, Viewer viewer) {
        if (!viewer.is(Role.SECRETARIAT)) {
            throw Refused.absent();
        }
        if (!asker.server().isSetUp()) {
            throw UpkeepRefusal.NO_MAIL_SERVER.refused();
        }
        var started = points.all().stream()
                .filter(point -> id.isEmpty() || point.id().equals(id))
                .filter(point -> {
                    var history = questions.of(point.id(), Question.Purpose.DRILL);
                    return !history.isWaiting()
                            && asker.asking().drill(point, history, asker.settings(), viewer.requireAccount());
                })
                .toList();
        if (started.isEmpty()) {
            throw UpkeepRefusal.NOBODY_TO_DRILL.refused();
        }
        return seeOther("/directory/drills");
    }

    /** Whoever is of no state that could have drills finds nothing. */
    private static void requireSomebody(Viewer viewer) {
        if (List.of(Role.SECRETARIAT, Role.OFFICER, Role.COORDINATOR).stream().noneMatch(viewer::is)) {
            throw Refused.absent();
        }
    }
}

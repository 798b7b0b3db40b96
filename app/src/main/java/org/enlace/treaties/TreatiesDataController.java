package org.enlace.treaties;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.enlace.Viewer;
import org.enlace.states.Day;
import org.enlace.states.StateSets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is bound by what on which day, for programs. Open to all. */
@RestController
class TreatiesDataController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Instruments instruments;
    private final StateSets sets;
    private final Declarations declarations;
    private final Clock clock;

    TreatiesDataController(Instruments instruments, StateSets sets, Declarations declarations, Clock clock) {
        this.instruments = instruments;
        this.sets = sets;
        this.declarations = declarations;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/treaties", produces = MediaType.APPLICATION_JSON_VALUE)
    List<TreatyAnswer> treaties() {
        return instruments.all().stream().map(TreatyAnswer::of).toList();
    }

    @GetMapping(path = "/api/v1/treaties/{id}/parties", produces = MediaType.APPLICATION_JSON_VALUE)
    PartiesAnswer parties(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(name = "states", required = false) @Nullable String set,
            Viewer viewer) {
        return answer(id, set, Day.asked(on, viewer, clock));
    }

    @GetMapping("/api/v1/treaties/{id}/parties.csv")
    ResponseEntity<String> table(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(name = "states", required = false) @Nullable String set,
            Viewer viewer) {
        var answer = answer(id, set, Day.asked(on, viewer, clock));
        var file = ContentDisposition.attachment()
                .filename(id + "-" + answer.on() + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(answer.csv());
    }

    /** What states declared, reserved and objected to under an instrument, up to a day. */
    @GetMapping(path = "/api/v1/treaties/{id}/declarations", produces = MediaType.APPLICATION_JSON_VALUE)
    DeclarationsAnswer declarations(
            @PathVariable String id, @RequestParam(required = false) @Nullable String on, Viewer viewer) {
        var instrument = instruments.require(id);
        var day = Day.asked(on, viewer, clock);
        return DeclarationsAnswer.of(instrument, day, declarations.on(instrument.id(), day));
    }

    private PartiesAnswer answer(String id, @Nullable String set, LocalDate day) {
        return PartiesAnswer.of(instruments.standings(instruments.require(id), sets.require(set, day), day));
    }
}

package org.enlace.interchange;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.enlace.Viewer;
import org.enlace.states.Day;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory on a day, for programs and spreadsheets. Open to all. */
@RestController
class DirectoryDataController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String DEFUSED =
            "UTF-8, RFC 4180. A cell that would begin with = + - @, a tab or a line break has an apostrophe before it, so that no spreadsheet program takes it for a formula.";

    private final Extracts extracts;
    private final Clock clock;

    DirectoryDataController(Extracts extracts, Clock clock) {
        this.extracts = extracts;
        this.clock = clock;
    }

    @Operation(
            summary = "Authorities on a day",
            description =
                    "state: codes with commas between them; kind: central-authority, contact-24-7, police-unit, prosecution-unit, csirt, fiu, ministry. Each with its designations of that day, its source, and how far it was confirmed.")
    @GetMapping(path = "/api/v1/authorities", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AuthoritiesAnswer> authorities(
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(name = "state", defaultValue = "") List<String> states,
            @RequestParam(name = "kind", defaultValue = "") List<String> kinds,
            Viewer viewer) {
        var extract = extracts.of(Choice.read(states, kinds), Day.asked(on, viewer, clock));
        return spoken(viewer).body(AuthoritiesAnswer.of(extract, viewer.language()));
    }

    @Operation(summary = "One authority on a day")
    @GetMapping(path = "/api/v1/authorities/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AuthoritiesAnswer> authority(
            @PathVariable String id, @RequestParam(required = false) @Nullable String on, Viewer viewer) {
        var extract = extracts.ofOne(id, Day.asked(on, viewer, clock));
        return spoken(viewer).body(AuthoritiesAnswer.of(extract, viewer.language()));
    }

    @Operation(summary = "Authorities on a day, as a table", description = DEFUSED)
    @GetMapping(path = "/api/v1/authorities.csv", produces = "text/csv")
    ResponseEntity<String> authoritiesTable(
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(name = "state", defaultValue = "") List<String> states,
            @RequestParam(name = "kind", defaultValue = "") List<String> kinds,
            Viewer viewer) {
        var extract = extracts.of(Choice.read(states, kinds), Day.asked(on, viewer, clock));
        return table(
                "authorities",
                extract,
                AuthoritiesAnswer.of(extract, viewer.language()).csv(),
                viewer);
    }

    @Operation(
            summary = "Designations on a day",
            description =
                    "One row for each designation and source. function: contact-24-7, mla, extradition, transfer, maritime, firearms, prevention, other.")
    @GetMapping(path = "/api/v1/designations", produces = MediaType.APPLICATION_JSON_VALUE)
    DesignationsAnswer designations(
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(name = "state", defaultValue = "") List<String> states,
            @RequestParam(defaultValue = "") String instrument,
            @RequestParam(defaultValue = "") String function,
            Viewer viewer) {
        var extract = extracts.of(Choice.read(states, List.of()), Day.asked(on, viewer, clock));
        return DesignationsAnswer.of(extract, instrument, function);
    }

    @Operation(summary = "Designations on a day, as a table", description = DEFUSED)
    @GetMapping(path = "/api/v1/designations.csv", produces = "text/csv")
    ResponseEntity<String> designationsTable(
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(name = "state", defaultValue = "") List<String> states,
            @RequestParam(defaultValue = "") String instrument,
            @RequestParam(defaultValue = "") String function,
            Viewer viewer) {
        var extract = extracts.of(Choice.read(states, List.of()), Day.asked(on, viewer, clock));
        return table(
                "designations",
                extract,
                DesignationsAnswer.of(extract, instrument, function).csv(),
                viewer);
    }

    private static ResponseEntity.BodyBuilder spoken(Viewer viewer) {
        return ResponseEntity.ok()
                .header(HttpHeaders.VARY, "Cookie, Accept-Language")
                .header(HttpHeaders.CONTENT_LANGUAGE, viewer.language().tag());
    }

    private static ResponseEntity<String> table(String name, Extract extract, String csv, Viewer viewer) {
        return spoken(viewer)
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, Files.named(name + '-' + extract.on() + ".csv"))
                .body(csv);
    }
}

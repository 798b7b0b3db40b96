package org.enlace.interchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.keys.AuthorityKeys;
import org.enlace.states.States;
import org.enlace.ui.Answer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The printed directory: for all as it is, for an officer also sealed to the own authority; and whether a page in hand is ours. */
@Controller
class ShelfController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType AGE = MediaType.parseMediaType("application/age");

    private final ShelfDocuments documents;
    private final Editions editions;
    private final AuthorityKeys keys;
    private final States states;

    ShelfController(ShelfDocuments documents, Editions editions, AuthorityKeys keys, States states) {
        this.documents = documents;
        this.editions = editions;
        this.keys = keys;
        this.states = states;
    }

    @GetMapping("/directory/shelf")
    Answer show(
            @RequestParam(name = "state", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") String sha256,
            Viewer viewer) {
        var choice = Choice.read(chosen, List.of());
        return new ShelfPage(
                states.all(viewer.language()),
                choice,
                mayHaveASealedOne(viewer),
                sha256.strip(),
                editions.find(sha256),
                documents.hashes(Choice.ALL));
    }

    @GetMapping("/directory/shelf.pdf")
    ResponseEntity<byte[]> pdf(@RequestParam(name = "state", defaultValue = "") List<String> chosen, Viewer viewer) {
        var choice = Choice.read(chosen, List.of());
        var file = documents.pdf(choice, Viewer.anyone(viewer.language()));
        return file(MediaType.APPLICATION_PDF, name(choice, viewer) + ".pdf").body(file);
    }

    /** Absent for all but officers: the file holds what only they see. */
    @GetMapping("/directory/shelf.pdf.age")
    ResponseEntity<byte[]> sealed(@RequestParam(name = "state", defaultValue = "") List<String> chosen, Viewer viewer) {
        var authority = viewer.requireAuthority();
        var choice = Choice.read(chosen, List.of());
        var key = keys.current(authority).orElseThrow(InterchangeRefusal.NO_KEY::refused);
        var file = SealedCopy.seal(documents.pdf(choice, viewer), key);
        return file(AGE, name(choice, viewer) + '-' + authority + ".pdf.age").body(file);
    }

    /** The data file of one state, now or as it was when a page was printed. */
    @GetMapping("/directory/shelf/{code}.csv")
    ResponseEntity<byte[]> data(@PathVariable String code, @RequestParam(defaultValue = "") String sha256) {
        var state = states.require(StateCode.parse(code).orElseThrow(Refused::absent))
                .code();
        var text = sha256.isEmpty()
                ? documents.file(state).text()
                : editions.data(state, sha256.toLowerCase(Locale.ROOT)).orElseThrow(Refused::absent);
        return file(CSV, state.iso3().toLowerCase(Locale.ROOT) + "-directory.csv")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean mayHaveASealedOne(Viewer viewer) {
        var authority = viewer.authority();
        return viewer.isOfficerOf(authority)
                && authority != null
                && keys.current(authority).isPresent();
    }

    private static String name(Choice choice, Viewer viewer) {
        var which = choice.states().isEmpty()
                ? "all"
                : choice.states().stream()
                        .limit(5)
                        .map(state -> state.iso3().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining("-"));
        return "directory-" + which + '-' + viewer.language().tag();
    }

    private static ResponseEntity.BodyBuilder file(MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.VARY, "Cookie, Accept-Language")
                .header(HttpHeaders.CONTENT_DISPOSITION, Files.named(name));
    }
}

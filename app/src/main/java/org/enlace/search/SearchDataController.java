package org.enlace.search;

import org.enlace.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same box, for programs. */
@RestController
class SearchDataController {

    private final Search search;

    SearchDataController(Search search) {
        this.search = search;
    }

    @GetMapping(path = "/api/v1/search", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<FoundAnswer> found(
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(defaultValue = "0") int from,
            Viewer viewer) {
        return ResponseEntity.ok()
                .header(HttpHeaders.VARY, "Cookie, Accept-Language")
                .header(HttpHeaders.CONTENT_LANGUAGE, viewer.language().tag())
                .body(FoundAnswer.of(typed, search.find(typed, viewer.language(), Search.start(from))));
    }
}

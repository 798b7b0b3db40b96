package org.enlace.search;

import java.util.List;
import org.enlace.Viewer;
import org.enlace.ui.Answer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One box over everything public, for people and for programs. */
@Controller
class SearchController {

    private static final int FURTHEST = 1000;

    private final Search search;
    private final Index index;

    SearchController(Search search, Index index) {
        this.search = search;
        this.index = index;
    }

    @GetMapping("/search")
    Answer page(
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(defaultValue = "0") int from,
            Viewer viewer) {
        var start = Math.clamp(from, 0, FURTHEST);
        return new SearchPage(typed, start, found(typed, start, viewer));
    }

    /** Bare, for the list beneath the box. */
    @GetMapping("/search/suggestions")
    Answer suggestions(@RequestParam(name = "q", defaultValue = "") String typed, Viewer viewer) {
        return new SuggestionsPart(search.suggest(typed, viewer.language()));
    }

    @GetMapping(path = "/api/v1/search", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<FoundAnswer> data(
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(defaultValue = "0") int from,
            Viewer viewer) {
        var start = Math.clamp(from, 0, FURTHEST);
        return ResponseEntity.ok()
                .header(HttpHeaders.VARY, "Cookie, Accept-Language")
                .header(HttpHeaders.CONTENT_LANGUAGE, viewer.language().tag())
                .body(FoundAnswer.of(typed, found(typed, start, viewer)));
    }

    private List<SearchPage.Found> found(String typed, int from, Viewer viewer) {
        return search.find(typed, viewer.language(), from).stream()
                .flatMap(hit -> index.offer(hit.kind()).stream()
                        .map(offer -> new SearchPage.Found(hit.kind(), offer.room(), hit.title(), hit.path())))
                .toList();
    }

    /**
     * @param found the best first
     * @param more whether there are more: ask again with {@code from}
     */
    record FoundAnswer(String query, List<FoundAnswer.One> found, boolean more) {

        static FoundAnswer of(String typed, List<SearchPage.Found> found) {
            return new FoundAnswer(
                    typed,
                    found.stream()
                            .limit(Search.PAGE)
                            .map(one -> new One(one.kind(), one.title(), one.path()))
                            .toList(),
                    found.size() > Search.PAGE);
        }

        /** @param page the path of the page that shows it */
        record One(String kind, String title, String page) {}
    }
}

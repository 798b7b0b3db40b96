package org.enlace.exchange;

import java.util.UUID;
import org.enlace.Doors;
import org.enlace.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The desk of an authority for its case system: what is new, and how one request stands. Without content. */
@RestController
class NewsController {

    private final News news;

    NewsController(News news) {
        this.news = news;
    }

    @GetMapping(Doors.SYSTEMS + "/news")
    News.Since since(
            @RequestParam(defaultValue = "0") long since,
            @RequestParam(defaultValue = "100") int limit,
            Viewer viewer) {
        return news.since(since, limit, viewer);
    }

    @GetMapping(Doors.SYSTEMS + "/requests/{id}")
    News.Brief one(@PathVariable UUID id, Viewer viewer) {
        return news.of(id, viewer);
    }
}

package org.enlace.updates;

import static org.enlace.ui.Answer.seeOther;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.enlace.Viewer;
import org.enlace.resolver.HomeBlock;
import org.enlace.states.StateBlock;
import org.enlace.ui.Answer;
import org.enlace.ui.PublicAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What changed lately: a page, a feed, and the blocks on other pages. */
@Controller
class UpdatesController {

    private static final int ON_A_PAGE = 20;
    private static final int IN_A_FEED = 50;
    private static final int IN_A_BLOCK = 5;
    private static final int LAST_PAGE = 10_000;
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final Updates updates;
    private final Subscriptions subscriptions;
    private final PublicAddress address;

    UpdatesController(Updates updates, Subscriptions subscriptions, PublicAddress address) {
        this.updates = updates;
        this.subscriptions = subscriptions;
        this.address = address;
    }

    @GetMapping("/updates")
    Answer page(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String instrument,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer) {
        var topic = updates.topic(state, instrument);
        var number = Math.clamp(page, 1, LAST_PAGE);
        var found = updates.newest(topic, (number - 1) * ON_A_PAGE, ON_A_PAGE + 1, viewer.language());
        return new UpdatesPage(
                topic,
                updates,
                found.stream().limit(ON_A_PAGE).toList(),
                number,
                found.size() > ON_A_PAGE,
                Optional.ofNullable(viewer.account()).map(subscriptions::of).orElse(null));
    }

    @GetMapping("/updates/feed")
    ResponseEntity<byte[]> feed(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String instrument,
            Viewer viewer) {
        var topic = updates.topic(state, instrument);
        var language = viewer.language();
        var feed = new Feed(
                topic, updates.name(topic, language), updates.newest(topic, 0, IN_A_FEED, language), language, address);
        return ResponseEntity.ok()
                .contentType(ATOM)
                .header(HttpHeaders.VARY, "Cookie, Accept-Language")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .body(feed.bytes());
    }

    /** The block on the first page; a whole page for whoever follows its link. */
    @GetMapping("/updates/latest")
    Answer latest(Viewer viewer) {
        return block(new Topic(null, null), viewer);
    }

    /** The block on a state's page; a whole page for whoever follows its link. */
    @GetMapping("/states/{code}/updates")
    Answer ofState(@PathVariable String code, Viewer viewer) {
        return block(updates.topic(code, ""), viewer);
    }

    private Answer block(Topic topic, Viewer viewer) {
        return Answer.block(
                () -> new LatestPart(topic, updates.newest(topic, 0, IN_A_BLOCK, viewer.language())),
                () -> seeOther(UpdatesPage.path(topic)));
    }

    /** What this room contributes to others. */
    @Configuration
    static class Blocks {

        @Bean
        StateBlock updatesOfState() {
            return new StateBlock("updates", "updates.title", "updates", 90);
        }

        @Bean
        HomeBlock updatesAtHome() {
            return new HomeBlock("updates", "updates.title", "/updates", "/updates/latest", 10);
        }
    }
}

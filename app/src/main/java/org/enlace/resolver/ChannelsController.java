package org.enlace.resolver;

import java.time.Clock;
import org.enlace.Viewer;
import org.enlace.duty.OnCall;
import org.enlace.states.Day;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The question "whom do I ask?", for programs. The shape is written down in {@code docs/protocols/channels.md}. */
@RestController
class ChannelsController {

    private final Channels channels;
    private final OnCall onCall;
    private final Clock clock;

    ChannelsController(Channels channels, OnCall onCall, Clock clock) {
        this.channels = channels;
        this.onCall = onCall;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/channels", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ChannelsAnswer> channels(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "") String offence,
            @RequestParam(defaultValue = "") String urgent,
            Viewer viewer) {
        if (from.isBlank() || to.isBlank() || measure.isBlank()) {
            throw ResolverRefusal.INCOMPLETE_QUESTION.refused();
        }
        var advice = channels.resolve(
                AskController.state(from),
                AskController.state(to),
                Question.need(measure, offence, urgent),
                Day.asked(on, viewer, clock));
        var now = clock.instant();
        // What the public may know, whoever asks: an answer for programs travels further than a page.
        var moment = new ChannelsAnswer.Moment(
                Day.today(viewer, clock),
                now,
                authority -> onCall.of(authority, now, Viewer.anyone(viewer.language())));
        var answer = ChannelsAnswer.of(new Explanation(advice, viewer.language()), moment);
        return ResponseEntity.ok()
                .header(HttpHeaders.VARY, "Cookie, Accept-Language")
                .header(HttpHeaders.CONTENT_LANGUAGE, viewer.language().tag())
                .body(answer);
    }
}

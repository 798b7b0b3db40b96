package org.enlace.updates;

import static org.enlace.ui.Answer.seeOther;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.changes.PublishedChanges;
import org.enlace.states.Day;
import org.enlace.ui.Answer;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People begin and end being told by mail; what a mail leads to. */
@Controller
class SubscriptionController {

    private final Subscriptions subscriptions;
    private final Updates updates;
    private final PublishedChanges changes;
    private final Clock clock;

    SubscriptionController(Subscriptions subscriptions, Updates updates, PublishedChanges changes, Clock clock) {
        this.subscriptions = subscriptions;
        this.updates = updates;
        this.changes = changes;
        this.clock = clock;
    }

    @PostMapping("/updates/subscriptions")
    Answer follow(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String instrument,
            Viewer viewer) {
        var topic = plain(state, instrument);
        subscriptions.add(viewer.requireAccount(), topic);
        return seeOther(UpdatesPage.path(topic));
    }

    @PostMapping("/updates/subscriptions/removal")
    Answer unfollow(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String instrument,
            Viewer viewer) {
        subscriptions.remove(viewer.requireAccount(), plain(state, instrument));
        return seeOther("/updates");
    }

    /** What a mail leads to: the updates since the last one, and the way to stop. Open to whoever has the link: the facts are public. */
    @GetMapping("/updates/mail/{token}")
    Answer mail(
            @PathVariable UUID token,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since,
            Viewer viewer) {
        var reader = require(token);
        var topics = subscriptions.of(reader.account());
        var found = changes.since(since.atStartOfDay(ZoneOffset.UTC).toInstant()).stream()
                .filter(published -> topics.stream().anyMatch(topic -> topic.has(published, changes)))
                .map(published -> Update.of(published, changes, viewer.language()))
                .toList();
        return new MailPage(token, since, topics, updates, found);
    }

    /** For mail programs that open the address of "unsubscribe" instead of writing to it: nothing changes before somebody presses the button. */
    @GetMapping("/updates/mail/{token}/stop")
    Answer beforeStop(@PathVariable UUID token, Viewer viewer) {
        require(token);
        return seeOther("/updates/mail/" + token + "?since=" + Day.today(viewer, clock));
    }

    /** Also reached with one click from a mail program (RFC 8058). */
    @PostMapping("/updates/mail/{token}/stop")
    Answer stop(@PathVariable UUID token) {
        subscriptions.forget(require(token).account());
        return new StoppedPage();
    }

    private Topic plain(String state, String instrument) {
        var topic = updates.topic(state, instrument);
        if (!topic.isPlain()) {
            throw Refused.absent();
        }
        return topic;
    }

    private Subscriptions.Reader require(UUID token) {
        return subscriptions.byToken(token).orElseThrow(Refused::absent);
    }
}

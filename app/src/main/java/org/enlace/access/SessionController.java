package org.enlace.access;

import static org.enlace.ui.Answer.seeOther;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.ui.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sessions of the person who looks: this one, and those on other browsers. */
@Controller
class SessionController {

    /** Asking does not prolong a session: a page left open would keep it alive for ever. */
    static final String ASK = "/session";

    private final Sessions sessions;
    private final Entrance entrance;
    private final FormKeys formKeys;
    private final Clock clock;

    SessionController(Sessions sessions, Entrance entrance, FormKeys formKeys, Clock clock) {
        this.sessions = sessions;
        this.entrance = entrance;
        this.formKeys = formKeys;
        this.clock = clock;
    }

    @GetMapping(ASK)
    @ResponseBody
    Asked ask(Viewer viewer, HttpServletRequest request) {
        var key = formKeys.of(request);
        if (!viewer.isSignedIn()) {
            return new Asked(null, null, key, null, 0, false);
        }
        var session = SessionFilter.of(request);
        var left = Duration.between(clock.instant(), session.expiresAt()).toSeconds();
        var last = !session.expiresAt().isBefore(session.endsAt());
        return new Asked(viewer.account(), viewer.name(), key, session.expiresAt(), left, last);
    }

    /** Somebody says that they are still there. What prolongs the session was done when the request came in; the answer says until when. */
    @PostMapping(ASK + "/prolongation")
    @ResponseBody
    Asked prolong(Viewer viewer, HttpServletRequest request) {
        return ask(viewer, request);
    }

    @PostMapping("/sign-out")
    Answer signOut(HttpServletRequest request, HttpServletResponse response) {
        entrance.leave(request, response);
        return seeOther("/");
    }

    @GetMapping("/account/sessions")
    Answer list(Viewer viewer, HttpServletRequest request) {
        return new SessionsPage(
                sessions.of(viewer.requireAccount()), SessionFilter.of(request).id(), viewer.zone());
    }

    @PostMapping("/account/sessions/{session}/end")
    Answer end(@PathVariable UUID session, Viewer viewer) {
        sessions.end(session, viewer.requireAccount());
        return seeOther("/account/sessions");
    }

    @PostMapping("/account/sessions/end")
    Answer endAll(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        sessions.endAll(viewer.requireAccount());
        entrance.leave(request, response);
        return seeOther("/sign-in");
    }

    /**
     * @param left how many seconds are left until it ends, by our own clock: a browser's may be wrong
     * @param last whether that end comes however much it is used
     */
    record Asked(
            @Nullable UUID account,
            @Nullable String name,
            FormKeys.Key csrf,
            @Nullable Instant expires,
            long left,
            boolean last) {}
}

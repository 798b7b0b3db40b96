package org.enlace.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Where somebody whose proof was checked comes in. Whatever session this browser had ends, a new one begins under a new token, and the form key changes: nothing that
 * somebody may have planted before is worth anything after.
 */
@Component
public class Entrance {

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final FormKeys formKeys;

    Entrance(Sessions sessions, SessionCookie cookie, FormKeys formKeys) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.formKeys = formKeys;
    }

    /** Lets an account in on this browser. The caller has checked the proof. */
    public SignedIn enter(UUID account, Session.Way way, HttpServletRequest request, HttpServletResponse response) {
        endHere(request);
        var browser = request.getHeader(HttpHeaders.USER_AGENT);
        var token = sessions.begin(account, way, request.getRemoteAddr(), browser == null ? "" : browser);
        var session = sessions.find(token)
                .orElseThrow(AccessRefusal.SIGN_IN_REFUSED::refused)
                .session(); // not of somebody who left
        cookie.give(token, response);
        return new SignedIn(account, formKeys.renew(request, response), session.expiresAt());
    }

    /** Ends the session of this browser, if it has one. */
    void leave(HttpServletRequest request, HttpServletResponse response) {
        endHere(request);
        cookie.take(response);
        formKeys.renew(request, response);
    }

    private void endHere(HttpServletRequest request) {
        cookie.read(request)
                .flatMap(sessions::find)
                .map(Sessions.Live::session)
                .ifPresent(session -> sessions.end(session.id(), session.account()));
    }

    /**
     * The answer to a sign-in.
     *
     * @param csrf the form key from now on
     * @param expires when the session ends if it is not used
     */
    public record SignedIn(UUID account, FormKeys.Key csrf, Instant expires) {}
}

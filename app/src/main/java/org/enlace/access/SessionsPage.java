package org.enlace.access;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * Where one is signed in.
 *
 * @param current the session of the browser that looks
 */
record SessionsPage(List<Session> sessions, UUID current, ZoneId zone) implements Page {

    @Override
    public String title(Words words) {
        return words.say("sessions.title");
    }

    boolean isCurrent(Session session) {
        return session.id().equals(current);
    }

    String browser(Session session) {
        return Browser.named(session.browser());
    }
}

package org.enlace.enrolment;

import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * An invitation was made.
 *
 * @param link shown this once: it is not kept anywhere but in the mail
 */
record InvitedPage(String email, String link) implements Page {

    @Override
    public String title(Words words) {
        return words.say("invited.title");
    }
}

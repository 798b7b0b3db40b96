package org.enlace.enrolment;

import org.enlace.access.Invitation;
import org.enlace.directory.Authority;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * An invitation, before anything was done with it.
 *
 * @param authority the authority that the person will act for, or null for the other roles
 */
record InvitationPage(
        String token, Invitation invitation, @Nullable Authority authority) implements Page {

    @Override
    public String title(Words words) {
        return words.say("invitation.title");
    }

    String roles(Words words) {
        return Roles.named(invitation.roles(), words);
    }
}

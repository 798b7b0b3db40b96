package org.enlace.enrolment;

import org.enlace.access.Invitations;
import org.enlace.access.LeftBehind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a leaver leaves behind in this room: invitations that end with them. */
@Configuration
class Behind {

    @Bean
    LeftBehind openInvitations(Invitations invitations) {
        return new LeftBehind(
                "enrolment", "handover.invitations", "/colleagues", person -> invitations.openOf(person.id()));
    }
}

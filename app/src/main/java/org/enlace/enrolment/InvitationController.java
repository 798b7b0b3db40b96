package org.enlace.enrolment;

import static org.enlace.ui.Answer.seeOther;

import java.time.ZoneId;
import java.util.Optional;
import org.enlace.Viewer;
import org.enlace.access.AccessRefusal;
import org.enlace.access.Invitation;
import org.enlace.access.Invitations;
import org.enlace.access.Token;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.states.State;
import org.enlace.states.States;
import org.enlace.ui.Answer;
import org.enlace.ui.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What somebody sees who opens the link of an invitation. Looking changes nothing: mail scanners look too. */
@Controller
class InvitationController {

    /** Where the secretariat has its seat: for whoever is of no state. */
    private static final ZoneId SEAT = ZoneId.of("America/New_York");

    private final Invitations invitations;
    private final Authorities authorities;
    private final States states;
    private final PublicAddress address;

    InvitationController(Invitations invitations, Authorities authorities, States states, PublicAddress address) {
        this.invitations = invitations;
        this.authorities = authorities;
        this.states = states;
        this.address = address;
    }

    @GetMapping("/invitations/{token}")
    Answer show(@PathVariable String token, Viewer viewer) {
        return Token.parse(token)
                .flatMap(invitations::find)
                .<Answer>map(invitation -> new InvitationPage(token, invitation, authority(invitation, viewer)))
                .orElseGet(() -> new LinkGonePage(AccessRefusal.INVITATION_GONE.refused()));
    }

    @PostMapping("/invitations/{token}")
    Answer begin(@PathVariable String token) {
        invitations.begin(invitations.require(token));
        return seeOther("/invitations/" + token + "/enrolment");
    }

    @GetMapping("/invitations/{token}/enrolment")
    Answer enrolment(@PathVariable String token, Viewer viewer) {
        var invitation = invitations.require(token);
        if (invitation.begunAt() == null) {
            return seeOther("/invitations/" + token);
        }
        return new EnrolmentPage(
                token, invitation, zone(invitation, viewer), address.uri().toString());
    }

    /** What is offered to begin with: the authority’s clock, or that of the state’s capital. */
    private ZoneId zone(Invitation invitation, Viewer viewer) {
        var authority = authority(invitation, viewer);
        if (authority != null) {
            return authority.zone();
        }
        return Optional.ofNullable(invitation.state())
                .flatMap(states::find)
                .map(State::zone)
                .orElse(SEAT);
    }

    private @Nullable Authority authority(Invitation invitation, Viewer viewer) {
        var id = invitation.authority();
        return id == null ? null : authorities.find(id, viewer).orElse(null);
    }
}

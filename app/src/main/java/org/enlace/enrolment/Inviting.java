package org.enlace.enrolment;

import java.util.List;
import java.util.Set;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.access.AccessRefusal;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.access.Invitation;
import org.enlace.access.Invitations;
import org.enlace.access.Token;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.enlace.states.State;
import org.enlace.states.States;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may invite whom: an officer colleagues of the own authority, a coordinator officers of any authority of the own state and fellow coordinators, the secretariat
 * coordinators of any state, its own staff and observers. The operator may invite anybody.
 */
@Component
public class Inviting {

    private final Invitations invitations;
    private final Accounts accounts;
    private final Authorities authorities;
    private final States states;
    private final Notices notices;

    Inviting(Invitations invitations, Accounts accounts, Authorities authorities, States states, Notices notices) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.authorities = authorities;
        this.states = states;
        this.notices = notices;
    }

    /** The roles that a viewer may give; none for those who may not invite. */
    static List<Role> given(Viewer viewer) {
        if (viewer.is(Role.SECRETARIAT)) {
            return List.of(Role.COORDINATOR, Role.SECRETARIAT, Role.OBSERVER);
        }
        if (viewer.is(Role.COORDINATOR)) {
            return List.of(Role.OFFICER, Role.COORDINATOR);
        }
        return viewer.is(Role.OFFICER) ? List.of(Role.OFFICER) : List.of();
    }

    /** The authorities whose officers a viewer may invite. */
    List<Authority> places(Viewer viewer) {
        var state = viewer.state();
        if (viewer.is(Role.COORDINATOR) && state != null) {
            return authorities.of(state);
        }
        var authority = viewer.authority();
        return authority == null
                ? List.of()
                : authorities.find(authority, viewer).stream().toList();
    }

    /** The states to choose from, for those who may name one. */
    List<State> statesToName(Viewer viewer) {
        return viewer.is(Role.SECRETARIAT) ? states.all(viewer.language()) : List.of();
    }

    /** The field that the role needs and that was left empty, if any: the authority of an officer, the state of a coordinator. */
    @Nullable
    String missing(InviteForm form, Viewer viewer) {
        if (form.role() == Role.OFFICER
                && isBlank(form.authority())
                && places(viewer).size() > 1) {
            return "authority";
        }
        return form.role() == Role.COORDINATOR && isBlank(form.state()) && viewer.is(Role.SECRETARIAT) ? "state" : null;
    }

    /**
     * Invites, and queues the mail.
     *
     * @return the token of the link
     * @throws org.enlace.Refused when this is not the viewer's to do, or the person is here already
     */
    @Transactional
    public Token invite(InviteForm form, Viewer viewer) {
        var role = form.role();
        if (!given(viewer).contains(role)) {
            throw EnrolmentRefusal.NOT_YOURS_TO_INVITE.refused();
        }
        var authority = role == Role.OFFICER ? authority(form, viewer) : null;
        var state = role == Role.OFFICER || role == Role.COORDINATOR ? state(form, authority, viewer) : null;
        var wanted = new Invitations.Wanted(
                form.email(),
                form.function().strip(),
                Set.of(role),
                state,
                authority == null ? null : authority.id(),
                form.language(),
                viewer.requireAccount());
        var token = invite(wanted);
        var invitation = invitations.require(token.text());
        notices.queue(Notice.forAccount(
                effectKey(invitation),
                audience(invitation),
                form.email(),
                form.language(),
                Notice.Kind.INVITATION,
                "/invitations/" + token.text()));
        return token;
    }

    /**
     * The operator invites.
     *
     * @throws org.enlace.Refused when the place is not in our data or does not fit the role
     */
    @Transactional
    public Token inviteAsOperator(Invitations.Wanted wanted, Viewer operator) {
        var authority = wanted.authority();
        var known =
                authority == null ? null : authorities.find(authority, operator).orElse(null);
        var officer = wanted.roles().contains(Role.OFFICER);
        var national = officer || wanted.roles().contains(Role.COORDINATOR);
        var state = known == null ? wanted.state() : known.state();
        if (officer != (known != null) || (national && state == null)) {
            throw EnrolmentRefusal.UNKNOWN_PLACE.refused();
        }
        return invite(new Invitations.Wanted(
                wanted.email(), wanted.function(), wanted.roles(), state, authority, wanted.language(), null));
    }

    /** Takes an invitation back that the viewer could have given. */
    @Transactional
    public void withdraw(Invitation invitation) {
        invitations.withdraw(invitation);
    }

    /** Whether the mail of an invitation could not be delivered; its link is gone then. */
    boolean cameBack(Invitation invitation) {
        return notices.fates(List.of(effectKey(invitation))).values().stream()
                .anyMatch(fate -> fate.givenUp() || fate.cameBackAt() != null);
    }

    private static String effectKey(Invitation invitation) {
        return "invitation/" + invitation.account();
    }

    private static String audience(Invitation invitation) {
        return "account:" + invitation.account();
    }

    private static boolean isBlank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }

    private Token invite(Invitations.Wanted wanted) {
        if (accounts.byEmail(wanted.email()).map(Account::id).isPresent()) {
            throw AccessRefusal.ALREADY_HERE.refused();
        }
        return invitations.invite(wanted);
    }

    private Authority authority(InviteForm form, Viewer viewer) {
        return places(viewer).stream()
                .filter(place -> places(viewer).size() == 1 || place.id().equals(form.authority()))
                .findFirst()
                .orElseThrow(EnrolmentRefusal.NOT_YOURS_TO_INVITE::refused);
    }

    private static StateCode state(InviteForm form, @Nullable Authority authority, Viewer viewer) {
        if (authority != null) {
            return authority.state();
        }
        var own = viewer.state();
        if (viewer.is(Role.COORDINATOR) && own != null) {
            return own;
        }
        return StateCode.parse(form.state() == null ? "" : form.state())
                .orElseThrow(EnrolmentRefusal.UNKNOWN_PLACE::refused);
    }
}

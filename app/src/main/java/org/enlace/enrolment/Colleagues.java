package org.enlace.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.access.Invitation;
import org.enlace.access.Invitations;
import org.enlace.enrolment.ColleaguesPage.AskedBack;
import org.enlace.enrolment.ColleaguesPage.Invited;
import org.enlace.ui.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people that a viewer answers for; others are not found. */
@Component
class Colleagues {

    private final Accounts accounts;
    private final Invitations invitations;
    private final Recoveries recoveries;
    private final Inviting inviting;
    private final OfficeKeys office;

    Colleagues(
            Accounts accounts, Invitations invitations, Recoveries recoveries, Inviting inviting, OfficeKeys office) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.recoveries = recoveries;
        this.inviting = inviting;
        this.office = office;
    }

    ColleaguesPage page(Viewer viewer, @Nullable InviteForm typed, Problems problems) {
        if (Inviting.given(viewer).isEmpty()) {
            throw Refused.absent();
        }
        var people = people(viewer);
        var asked = recoveries.waiting(people.stream().map(Account::id).toList()).stream()
                .flatMap(recovery -> asked(recovery, people, viewer).stream())
                .toList();
        return new ColleaguesPage(
                office.of(viewer),
                people.stream().map(person -> office.colleague(person, viewer)).toList(),
                open(viewer).stream()
                        .map(invitation -> new Invited(invitation, inviting.cameBack(invitation)))
                        .toList(),
                asked,
                new ColleaguesPage.Invite(
                        Inviting.given(viewer),
                        inviting.places(viewer),
                        inviting.statesToName(viewer),
                        typed,
                        problems),
                office.origin());
    }

    Invitation requireInvitation(UUID account, Viewer viewer) {
        return open(viewer).stream()
                .filter(invitation -> invitation.account().equals(account))
                .findFirst()
                .orElseThrow(Refused::absent);
    }

    Recovery requireRecovery(UUID id, Viewer viewer) {
        var recovery = recoveries.find(id).orElseThrow(Refused::absent);
        return accounts.find(recovery.account())
                .filter(person -> Recovery.vouches(viewer, person))
                .map(person -> recovery)
                .orElseThrow(Refused::absent);
    }

    UUID requireColleague(UUID account, Viewer viewer) {
        return people(viewer).stream()
                .map(Account::id)
                .filter(account::equals)
                .filter(id -> !id.equals(viewer.account()))
                .findFirst()
                .orElseThrow(Refused::absent);
    }

    /** An officer answers for the authority's officers, a coordinator for the state's people, the secretariat for those who have no authority. */
    private List<Account> people(Viewer viewer) {
        var authority = viewer.authority();
        var state = viewer.state();
        if (viewer.is(Role.SECRETARIAT)) {
            return accounts.withoutAuthority();
        }
        if (viewer.is(Role.COORDINATOR) && state != null) {
            return and(accounts.of(state), accounts.systemsOf(state));
        }
        return authority == null ? List.of() : and(accounts.officersOf(authority), accounts.systemsOf(authority));
    }

    /** A case system is admitted and leaves as a person does. */
    private static List<Account> and(List<Account> people, List<Account> systems) {
        return Stream.concat(people.stream(), systems.stream()).toList();
    }

    private List<Invitation> open(Viewer viewer) {
        var authority = viewer.authority();
        var state = viewer.state();
        if (viewer.is(Role.SECRETARIAT)) {
            return invitations.openWithoutAuthority();
        }
        if (viewer.is(Role.COORDINATOR) && state != null) {
            return invitations.open(state);
        }
        return authority == null ? List.of() : invitations.open(authority);
    }

    private static Optional<AskedBack> asked(Recovery recovery, List<Account> people, Viewer viewer) {
        return people.stream()
                .filter(person -> person.id().equals(recovery.account()) && Recovery.vouches(viewer, person))
                .map(person -> new AskedBack(recovery.id(), person.name(), recovery.call(), recovery.askedAt()))
                .findFirst();
    }
}

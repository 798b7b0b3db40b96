package org.enlace.systems;

import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.keys.AuthorityKey;
import org.enlace.keys.AuthorityKeys;
import org.enlace.keys.OfficerKeys;
import org.enlace.ledger.Jws;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The key of a case system: stated by itself, once; admitted by an officer, as a colleague is. */
@Component
class SystemKeys {

    private final OfficerKeys officers;
    private final AuthorityKeys authorities;
    private final Accounts accounts;
    private final Notices notices;

    SystemKeys(OfficerKeys officers, AuthorityKeys authorities, Accounts accounts, Notices notices) {
        this.officers = officers;
        this.authorities = authorities;
        this.accounts = accounts;
        this.notices = notices;
    }

    CaseSystem.Standing standing(Account system) {
        if (officers.find(system.id()).isEmpty()) {
            return CaseSystem.Standing.SILENT;
        }
        return isAdmitted(system) ? CaseSystem.Standing.ADMITTED : CaseSystem.Standing.WAITING;
    }

    /** Only somebody who can admit the system afterwards. */
    boolean mayConnect(Viewer viewer) {
        var authority = viewer.authority();
        return authority != null && authorities.isMember(authority, viewer.requireAccount());
    }

    /** How the case system that asks stands to its authority's key. */
    Own own(Viewer viewer) {
        var system = accounts.find(viewer.requireAccount()).orElseThrow(Refused::absent);
        var authority = viewer.requireAuthority();
        return new Own(
                system.id(),
                system.name(),
                authority,
                String.valueOf(system.state()),
                officers.find(system.id()).isPresent(),
                isAdmitted(system),
                authorities.current(authority).map(AuthorityKey::generation).orElse(0));
    }

    /**
     * Takes the system's statement of its own key. The same statement again changes nothing.
     *
     * @throws Refused when it has stated another key before, or the statement does not hold
     */
    @Transactional
    public void state(String statement, Viewer viewer) {
        var system = viewer.requireAccount();
        var before = officers.find(system);
        if (before.isEmpty()) {
            officers.state(system, statement);
            tellThoseWhoAdmit(viewer);
        } else if (!Jws.parse(statement).digest().equals(before.get().statement())) {
            throw SystemsRefusal.OTHER_KEY_STATED.refused();
        }
    }

    private void tellThoseWhoAdmit(Viewer viewer) {
        var authority = viewer.requireAuthority();
        var system = viewer.requireAccount();
        accounts.officersOf(authority).stream()
                .filter(officer -> authorities.isMember(authority, officer.id()))
                .forEach(officer -> notices.queue(Notice.forAccount(
                        "admission/" + system + '/' + officer.id(),
                        "account:" + system,
                        officer.email(),
                        officer.language(),
                        Notice.Kind.ADMISSION_WAITING,
                        "/colleagues")));
    }

    private boolean isAdmitted(Account system) {
        var authority = system.authority();
        return authority != null && authorities.isMember(authority, system.id());
    }

    /**
     * What a case system is told of itself.
     *
     * @param stated whether it has stated its key
     * @param admitted whether a colleague has admitted it to the current generation: before that it can open nothing
     * @param generation of the authority's key, 0 while there is none
     */
    record Own(
            java.util.UUID account,
            String name,
            String authority,
            String state,
            boolean stated,
            boolean admitted,
            int generation) {}
}

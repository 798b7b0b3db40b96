package org.enlace.enrolment;

import java.util.stream.Stream;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.keys.AuthorityKeys;
import org.enlace.keys.OfficerKeys;
import org.springframework.stereotype.Component;

/** How many people wait for a telephone call of the viewer's: newcomers to be admitted, and those who ask to recover access. */
@Component
class Calls {

    private final Accounts accounts;
    private final AuthorityKeys keys;
    private final OfficerKeys officers;
    private final Recoveries recoveries;

    Calls(Accounts accounts, AuthorityKeys keys, OfficerKeys officers, Recoveries recoveries) {
        this.accounts = accounts;
        this.keys = keys;
        this.officers = officers;
        this.recoveries = recoveries;
    }

    int waiting(Viewer viewer) {
        return toBeAdmitted(viewer) + toBeConfirmed(viewer);
    }

    private int toBeAdmitted(Viewer viewer) {
        var authority = viewer.authority();
        if (authority == null) {
            return 0;
        }
        var members = keys.current(authority)
                .map(key -> keys.members(authority, key.generation()))
                .orElseGet(java.util.List::of);
        if (!members.contains(viewer.requireAccount())) {
            return 0;
        }
        return (int) Stream.concat(
                        accounts.officersOf(authority).stream(),
                        accounts.systemsOf(authority).stream()
                                .filter(system -> officers.find(system.id()).isPresent()))
                .filter(officer -> !members.contains(officer.id()))
                .count();
    }

    private int toBeConfirmed(Viewer viewer) {
        return (int) recoveries.waiting().stream()
                .flatMap(recovery -> accounts.find(recovery.account()).stream())
                .filter(person -> Recovery.vouches(viewer, person))
                .map(Account::id)
                .distinct()
                .count();
    }
}

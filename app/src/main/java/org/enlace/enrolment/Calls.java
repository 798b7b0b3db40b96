package org.enlace.enrolment;

import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.keys.AuthorityKeys;
import org.springframework.stereotype.Component;

/** How many people wait for a telephone call of the viewer's: newcomers to be admitted, and those who ask to recover access. */
@Component
class Calls {

    private final Accounts accounts;
    private final AuthorityKeys keys;
    private final Recoveries recoveries;

    Calls(Accounts accounts, AuthorityKeys keys, Recoveries recoveries) {
        this.accounts = accounts;
        this.keys = keys;
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
        return (int) accounts.officersOf(authority).stream()
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

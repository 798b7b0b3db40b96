package org.enlace.reach;

import java.util.List;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.springframework.stereotype.Component;

/** Who answers for an address: the coordinators of its state; the secretariat, where there is none and for whoever acts for no state. Nobody does for themselves. */
@Component
class Answerable {

    private final Accounts accounts;

    Answerable(Accounts accounts) {
        this.accounts = accounts;
    }

    List<Account> of(Owner owner) {
        var state = owner.state();
        var coordinators = state == null ? List.<Account>of() : others(accounts.coordinatorsOf(state), owner);
        return coordinators.isEmpty()
                ? others(accounts.withoutAuthority(), owner).stream()
                        .filter(account -> account.roles().contains(Role.SECRETARIAT))
                        .toList()
                : coordinators;
    }

    boolean isFor(Owner owner, Viewer viewer) {
        return of(owner).stream().anyMatch(account -> account.id().equals(viewer.account()));
    }

    static boolean isOwn(Owner owner, Viewer viewer) {
        return switch (owner) {
            case Owner.Office office -> viewer.isOfficerOf(office.authority().id());
            case Owner.Person person -> person.account().id().equals(viewer.account());
        };
    }

    private static List<Account> others(List<Account> accounts, Owner owner) {
        return accounts.stream()
                .filter(account -> !owner.audience().equals(Owner.Person.PREFIX + account.id()))
                .toList();
    }
}

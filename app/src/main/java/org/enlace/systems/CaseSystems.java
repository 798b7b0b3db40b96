package org.enlace.systems;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.access.ProgramToken;
import org.enlace.access.ProgramTokens;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.ui.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The case systems that a viewer answers for: an officer those of the own authority, a coordinator those of the state's. For everybody else there are none. */
@Component
class CaseSystems {

    private final Accounts accounts;
    private final ProgramTokens tokens;
    private final Authorities authorities;
    private final SystemKeys keys;
    private final Clock clock;

    CaseSystems(Accounts accounts, ProgramTokens tokens, Authorities authorities, SystemKeys keys, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.authorities = authorities;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws Refused absent, for whoever answers for none */
    SystemsPage page(Viewer viewer, @Nullable ConnectForm typed, Problems problems) {
        if (!viewer.is(Role.OFFICER) && !viewer.is(Role.COORDINATOR)) {
            throw Refused.absent();
        }
        return new SystemsPage(
                of(viewer).stream().map(account -> shown(account, viewer)).toList(),
                keys.mayConnect(viewer),
                typed,
                problems,
                clock.instant(),
                viewer.zone());
    }

    /** @throws Refused absent, for one that the viewer does not answer for */
    Account require(UUID account, Viewer viewer) {
        return of(viewer).stream()
                .filter(system -> system.id().equals(account))
                .findFirst()
                .orElseThrow(Refused::absent);
    }

    private List<Account> of(Viewer viewer) {
        var authority = viewer.authority();
        var state = viewer.state();
        if (viewer.is(Role.COORDINATOR) && state != null) {
            return accounts.systemsOf(state);
        }
        return viewer.is(Role.OFFICER) && authority != null ? accounts.systemsOf(authority) : List.of();
    }

    private CaseSystem shown(Account account, Viewer viewer) {
        var place = account.authority();
        return new CaseSystem(
                account,
                authorities
                        .find(String.valueOf(place), viewer)
                        .map((Authority found) -> found.name(viewer.language()))
                        .orElse(String.valueOf(place)),
                keys.standing(account),
                tokens.of(account.id()).stream().map(this::shown).toList());
    }

    private CaseSystem.Shown shown(ProgramToken token) {
        return new CaseSystem.Shown(
                token, accounts.find(token.madeBy()).map(Account::name).orElse(""));
    }
}

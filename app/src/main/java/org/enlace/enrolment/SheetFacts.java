package org.enlace.enrolment;

import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.keys.AuthorityKeys;
import org.enlace.keys.RecoverySheet;
import org.enlace.states.States;
import org.enlace.ui.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is printed on the sheets of an authority's custodians besides the shares, and what is known of the sheet that counts. */
@Component
class SheetFacts {

    private final AuthorityKeys keys;
    private final Accounts accounts;
    private final States states;
    private final PublicAddress address;

    SheetFacts(AuthorityKeys keys, Accounts accounts, States states, PublicAddress address) {
        this.keys = keys;
        this.accounts = accounts;
        this.states = states;
        this.address = address;
    }

    /** Where shares are typed: the address that keys are bound to. */
    String origin() {
        return address.uri().toString();
    }

    /** The name of the viewer's state, or nothing. */
    String state(Viewer viewer) {
        var state = viewer.state();
        return state == null
                ? ""
                : states.find(state).map(found -> found.name(viewer.language())).orElse("");
    }

    ColleaguesPage.@Nullable Sheet of(String authority) {
        return keys.sheet(authority).map(this::shown).orElse(null);
    }

    private ColleaguesPage.Sheet shown(RecoverySheet sheet) {
        var by = sheet.rehearsedBy();
        return new ColleaguesPage.Sheet(
                sheet.recipient(),
                sheet.division().shares(),
                sheet.division().threshold(),
                sheet.rehearsedAt(),
                by == null ? "" : accounts.find(by).map(Account::name).orElse(""));
    }
}

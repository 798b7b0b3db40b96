package org.enlace.enrolment;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.access.Confirmations;
import org.enlace.access.Passkey;
import org.enlace.access.PasskeyRack;
import org.enlace.keys.Lock;
import org.enlace.keys.Locks;
import org.enlace.keys.OfficerKey;
import org.enlace.keys.OfficerKeys;
import org.enlace.ui.PublicAddress;
import org.springframework.stereotype.Component;

/** Gathers what people see of their own account. */
@Component
class OwnAccount {

    private final Accounts accounts;
    private final OfficerKeys officers;
    private final Locks locks;
    private final PasskeyRack rack;
    private final Confirmations confirmations;

    OwnAccount(Accounts accounts, OfficerKeys officers, Locks locks, PasskeyRack rack, Confirmations confirmations) {
        this.accounts = accounts;
        this.officers = officers;
        this.locks = locks;
        this.rack = rack;
        this.confirmations = confirmations;
    }

    Account of(Viewer viewer) {
        return accounts.find(viewer.requireAccount()).orElseThrow(Refused::absent);
    }

    AccountPage page(Viewer viewer, PublicAddress address) {
        var account = of(viewer);
        var recipient = officers.find(account.id()).map(OfficerKey::recipient).orElse("");
        return new AccountPage(
                account,
                recipient,
                confirmations.until(List.of(account.id())).getOrDefault(account.id(), account.madeAt()),
                ways(account.id()),
                address.uri().toString());
    }

    private List<AccountPage.Way> ways(UUID account) {
        var labels = rack.of(account).stream().collect(Collectors.toMap(Passkey::credential, Passkey::label));
        return locks.of(account).stream()
                .map(lock -> new AccountPage.Way(
                        lock.id(), lock.kind(), labels.getOrDefault(credential(lock), ""), lock.madeAt()))
                .toList();
    }

    private static String credential(Lock lock) {
        var credential = lock.credential();
        return credential == null ? "" : credential;
    }
}

package org.enlace.retention;

import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.springframework.stereotype.Component;

/** Who decides here: persons who are officers of the authority. A case system keeps no copies and gives none up. */
@Component
class Officers {

    private final Accounts accounts;

    Officers(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The viewer's authority; absent to everybody who is no officer, or no person. */
    String authority(Viewer viewer) {
        var authority = viewer.requireAuthority();
        if (accounts.find(viewer.requireAccount()).filter(Account::system).isPresent()) {
            throw Refused.absent();
        }
        return authority;
    }

    /** An officer by function, as colleagues and auditors read it years later. */
    String function(UUID account) {
        return accounts.find(account).map(Account::function).orElse("");
    }
}

package org.enlace.exchange;

import java.time.Clock;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.keys.AuthorityKeys;
import org.enlace.keys.OfficerKeys;
import org.enlace.ledger.Act;
import org.enlace.ledger.Jws;
import org.enlace.ledger.TakeInCharge;
import org.enlace.procedure.Saying;
import org.springframework.stereotype.Component;

/**
 * Whether an act that somebody else brings was signed by its author, with the key that the log has for them. It may have been signed long ago; that it was not signed here
 * and now is kept beside it and shown, so that a time its author made up is never taken for ours.
 */
@Component
class CarriedSignature {

    private final OfficerKeys officers;
    private final AuthorityKeys authorities;
    private final Accounts accounts;
    private final Clock clock;

    CarriedSignature(OfficerKeys officers, AuthorityKeys authorities, Accounts accounts, Clock clock) {
        this.officers = officers;
        this.authorities = authorities;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @throws org.enlace.Refused with the reason */
    void require(Jws jws, Act act) {
        var key = officers.find(act.account()).orElseThrow(ExchangeRefusal.BAD_SIGNATURE::refused);
        if (!jws.keyId().equals(key.key().id()) || !jws.isSignedBy(key.key())) {
            throw ExchangeRefusal.BAD_SIGNATURE.refused();
        }
        if (!authorities.isMember(act.authority(), act.account())) {
            throw ExchangeRefusal.AUTHOR_NOT_ADMITTED.refused();
        }
        var function = accounts.find(act.account()).map(Account::function).orElse("");
        if (act.coded() instanceof TakeInCharge taken && !taken.function().equals(function)) {
            throw ExchangeRefusal.UNKNOWN_FUNCTION.refused();
        }
        if (act.clock().isAfter(clock.instant().plus(Saying.TOLERANCE))) {
            throw ExchangeRefusal.CLOCK_APART.refused();
        }
    }
}

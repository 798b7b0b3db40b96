package org.enlace.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.enlace.Viewer;
import org.enlace.keys.AuthorityKeys;
import org.enlace.keys.OfficerKeys;
import org.enlace.ledger.Act;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Malformed;
import org.enlace.ledger.Signed;
import org.enlace.ledger.TakeInCharge;
import org.enlace.procedure.ProcedureRefusal;
import org.enlace.procedure.Saying;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether an act was signed by the officer who brings it, with the key that the log has for them, and just now. */
@Component
class Signature {

    private final OfficerKeys officers;
    private final AuthorityKeys authorities;
    private final Clock clock;

    Signature(OfficerKeys officers, AuthorityKeys authorities, Clock clock) {
        this.officers = officers;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** Reads the bytes without believing them: enough to tell whether they were taken before. */
    static Jws read(@Nullable String jws) {
        if (jws == null) {
            throw ExchangeRefusal.MALFORMED.refused("There is no JWS.");
        }
        try {
            return Jws.parse(jws);
        } catch (Malformed malformed) {
            throw ExchangeRefusal.MALFORMED.refused(String.valueOf(malformed.getMessage()));
        }
    }

    /** Makes certain that this viewer signed it for their authority. */
    void require(Act act, Jws jws, Viewer viewer) {
        if (!act.account().equals(viewer.requireAccount())
                || !act.authority().equals(viewer.requireAuthority())
                || (act.coded() instanceof TakeInCharge taken
                        && !taken.function().equals(viewer.function()))) {
            throw ProcedureRefusal.NOT_YOUR_ACT.refused();
        }
        var key = officers.find(act.account()).orElseThrow(ExchangeRefusal.NOT_YOUR_KEY::refused);
        if (!jws.keyId().equals(key.key().id())) {
            throw ExchangeRefusal.NOT_YOUR_KEY.refused();
        }
        if (!jws.isSignedBy(key.key())) {
            throw ExchangeRefusal.BAD_SIGNATURE.refused();
        }
        // Whoever was not admitted to the authority's key can read nothing, and must not say "opened" for those who
        // can.
        if (!authorities.isMember(act.authority(), act.account())) {
            throw ExchangeRefusal.NOT_ADMITTED.refused();
        }
        requireJustNow(act.clock());
    }

    /** What it says, still without believing it. */
    static Act act(Jws jws) {
        try {
            if (Signed.of(jws) instanceof Act act) {
                return act;
            }
        } catch (Malformed malformed) {
            throw ExchangeRefusal.MALFORMED.refused(String.valueOf(malformed.getMessage()));
        }
        throw ExchangeRefusal.MALFORMED.refused("This is signed, though it is no act.");
    }

    private void requireJustNow(Instant said) {
        if (Duration.between(said, clock.instant()).abs().compareTo(Saying.TOLERANCE) > 0) {
            throw ExchangeRefusal.CLOCK_APART.refused();
        }
    }
}

package org.enlace.exchange;

import org.enlace.Refusal;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.custody.Refusals;
import org.enlace.ledger.Act;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Malformed;
import org.enlace.ledger.Signed;
import org.enlace.ledger.SignedRefusal;
import org.enlace.procedure.ProcedureRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives whoever sent an act that is not taken the reason with a signature. What cannot even be read as an act is only answered: there is nothing that it could be called. */
@Component
class Refusing {

    private final Refusals refusals;

    Refusing(Refusals refusals) {
        this.refusals = refusals;
    }

    /** The refusal to be answered. Not within the transaction that was undone. */
    Refused signed(Refused why, @Nullable String compact, Viewer viewer) {
        if (compact == null) {
            return why;
        }
        try {
            var jws = Jws.parse(compact);
            return Signed.of(jws) instanceof Act act ? signed(why, act, jws, viewer) : why;
        } catch (Malformed unreadable) {
            return why;
        }
    }

    Refused signed(Refused why, Act act, Jws jws, Viewer viewer) {
        var what = new SignedRefusal.What(SignedRefusal.Kind.ACT, act.request(), act.act(), jws.digest());
        return refusals.signed(why, what, next(why.refusal()), viewer);
    }

    private static SignedRefusal.Next next(Refusal refusal) {
        return switch (refusal) {
            case ProcedureRefusal known -> known.next();
            case ExchangeRefusal known -> known.next();
            default -> SignedRefusal.Next.AUTHOR;
        };
    }
}

package org.enlace.exchange;

import java.util.UUID;
import org.enlace.ledger.Act;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.GrantUse;
import org.enlace.ledger.Receive;
import org.enlace.procedure.Fact;
import org.enlace.procedure.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Published within the transaction in which an act is kept, after its files are its own: what must hold together with it is done by whoever listens, or nothing is.
 *
 * @param subject the act that this one is about, where it is about another one: a result, or a use that was asked for
 * @param account who signed it
 * @param carried whether it was signed elsewhere and is brought in
 */
public record ActTaken(
        UUID request, Kind kind, @Nullable UUID subject, String authority, UUID account, boolean carried) {

    static ActTaken of(Fact fact) {
        var act = fact.act();
        return new ActTaken(act.request(), fact.kind(), subject(act), act.authority(), act.account(), fact.isCarried());
    }

    private static @Nullable UUID subject(Act act) {
        return switch (act.coded()) {
            case Receive receive -> receive.result();
            case AskUse asked -> asked.result();
            case GrantUse granted -> granted.asked();
            default -> null;
        };
    }
}

package org.enlace.exchange;

import java.util.UUID;
import org.enlace.keys.AuthorityKey;
import org.enlace.keys.AuthorityKeys;
import org.enlace.ledger.Result;
import org.enlace.ledger.Transfer;
import org.enlace.procedure.Request;
import org.springframework.stereotype.Component;

/** Whom what an act brought is for, and under which of their keys: what its receipt names. */
@Component
class Recipients {

    private final AuthorityKeys keys;
    private final RequestKeys copies;

    Recipients(AuthorityKeys keys, RequestKeys copies) {
        this.keys = keys;
        this.copies = copies;
    }

    /** Of results the requesting authority; of everything else the one that had the request then, or has it from that act on. */
    AuthorityKey of(Request request, UUID act) {
        var authority = request.sending().requestedAuthority();
        var generation = request.sending().recipientGeneration();
        for (var fact : request.facts()) {
            if (fact.act().coded() instanceof Transfer transfer) {
                authority = transfer.to();
                generation = transfer.generation();
            }
            if (fact.act().act().equals(act)) {
                return fact.act().coded() instanceof Result
                        ? requesting(request)
                        : keys.find(authority, generation).orElseThrow();
            }
        }
        throw new IllegalArgumentException("no act of this request: " + act);
    }

    private AuthorityKey requesting(Request request) {
        var authority = request.requesting().authority();
        var copy = copies.find(request.id(), authority).orElseThrow();
        return keys.find(authority, copy.generation()).orElseThrow();
    }
}

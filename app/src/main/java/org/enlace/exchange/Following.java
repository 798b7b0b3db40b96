package org.enlace.exchange;

import java.time.Instant;
import java.util.List;
import org.enlace.Viewer;
import org.enlace.access.Accounts;
import org.enlace.ledger.Act;
import org.enlace.ledger.Assign;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Share;
import org.enlace.ledger.Transfer;
import org.enlace.procedure.Fact;
import org.enlace.procedure.Request;
import org.springframework.stereotype.Component;

/** An act that follows on those before it: held against what has happened, what the form provides for, and what the requested state declared. */
@Component
class Following {

    private final Requests requests;
    private final CodedChoices choices;
    private final Transferring transferring;
    private final Sharing sharing;
    private final SealedCopies copies;
    private final Accounts accounts;

    Following(
            Requests requests,
            CodedChoices choices,
            Transferring transferring,
            Sharing sharing,
            SealedCopies copies,
            Accounts accounts) {
        this.requests = requests;
        this.choices = choices;
        this.transferring = transferring;
        this.sharing = sharing;
        this.copies = copies;
        this.accounts = accounts;
    }

    /** The request with the act as its last fact, within the transaction that takes it. */
    Request follow(Act act, Jws jws, List<Submission.SealedKey> sealed, Viewer viewer, Instant now) {
        var request = requests.requireLocked(act.request(), viewer);
        request.require(act, request.side(viewer), now);
        copies.requireBoth(request);
        choices.require(request, act);
        if (act.coded() instanceof Assign assign && !hasFunction(act.authority(), assign.function())) {
            throw ExchangeRefusal.UNKNOWN_FUNCTION.refused();
        }
        var fact = new Fact(act, jws.digest(), now);
        if (act.coded() instanceof Transfer) {
            return transferring.transfer(request, fact, sealed, viewer);
        }
        if (act.coded() instanceof Share) {
            return sharing.share(request, fact, sealed, viewer);
        }
        if (!sealed.isEmpty()) {
            throw ExchangeRefusal.WRONG_KEYS.refused();
        }
        return request.with(fact);
    }

    /** What is assigned to nobody is lost. */
    private boolean hasFunction(String authority, String function) {
        return accounts.officersOf(authority).stream()
                .anyMatch(account -> account.function().equals(function));
    }
}

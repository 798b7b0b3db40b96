package org.enlace.exchange;

import java.time.Instant;
import java.util.List;
import org.enlace.Viewer;
import org.enlace.ledger.Act;
import org.enlace.ledger.Assign;
import org.enlace.ledger.Decline;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Transfer;
import org.enlace.treaties.Instruments;
import org.springframework.stereotype.Component;

/** An act that follows on those before it: held against what has happened, and against what the requested state declared. */
@Component
class Following {

    private final Requests requests;
    private final Instruments instruments;
    private final CodedChoices choices;
    private final Transferring transferring;
    private final People people;

    Following(
            Requests requests,
            Instruments instruments,
            CodedChoices choices,
            Transferring transferring,
            People people) {
        this.requests = requests;
        this.choices = choices;
        this.instruments = instruments;
        this.transferring = transferring;
        this.people = people;
    }

    /** The request with the act as its last fact, within the transaction that takes it. */
    Request follow(Act act, Jws jws, List<Submission.SealedKey> sealed, Viewer viewer, Instant now) {
        var request = requests.requireLocked(act.request(), viewer);
        request.require(act, request.side(viewer), now);
        choices.require(request, act);
        if (act.coded() instanceof Decline decline && Ground.needsReservation(decline)) {
            requireReservation(request, now);
        }
        if (act.coded() instanceof Assign assign && !people.hasFunction(act.authority(), assign.function())) {
            throw ExchangeRefusal.UNKNOWN_FUNCTION.refused();
        }
        var fact = new Fact(act, jws.digest(), now);
        if (act.coded() instanceof Transfer) {
            return transferring.transfer(request, fact, sealed, viewer);
        }
        if (!sealed.isEmpty()) {
            throw ExchangeRefusal.WRONG_KEYS.refused();
        }
        return request.with(fact);
    }

    /** Whether the offence lies outside Articles 2 to 11 is sealed; what the state reserved is public, so that much the server can hold it to. */
    private void requireReservation(Request request, Instant now) {
        var requested = request.requested();
        var today = now.atZone(requested.zone()).toLocalDate();
        var instrument = request.sending().instrument();
        if (instrument == null
                || !instruments.hasReservation(instrument, requested.state(), Ground.RESERVED_ARTICLE, today)) {
            throw ExchangeRefusal.GROUND_NOT_RESERVED.refused();
        }
    }
}

package org.enlace.exchange;

import java.time.Instant;
import org.enlace.Viewer;
import org.enlace.ledger.Act;
import org.enlace.ledger.Decline;
import org.enlace.ledger.Jws;
import org.enlace.treaties.Instruments;
import org.springframework.stereotype.Component;

/** An act that follows on those before it: held against what has happened, and against what the requested state declared. */
@Component
class Following {

    private final Requests requests;
    private final Instruments instruments;

    Following(Requests requests, Instruments instruments) {
        this.requests = requests;
        this.instruments = instruments;
    }

    /** The request with the act as its last fact, within the transaction that takes it. */
    Request follow(Act act, Jws jws, Viewer viewer, Instant now) {
        var request = requests.requireLocked(act.request(), viewer);
        request.require(act, request.side(viewer), now);
        if (act.coded() instanceof Decline decline && Ground.needsReservation(decline)) {
            requireReservation(request, now);
        }
        return request.with(new Fact(act, jws.digest(), now));
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

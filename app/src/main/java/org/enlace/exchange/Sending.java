package org.enlace.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.ledger.Act;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Send;
import org.enlace.procedure.Fact;
import org.enlace.procedure.Request;
import org.springframework.stereotype.Component;

/** A request goes out: to an authority that is designated for it today and can receive, sealed to the keys that are current. */
@Component
class Sending {

    private final Requests requests;
    private final Authorities authorities;
    private final Clearance clearance;
    private final SealedCopies copies;

    Sending(Requests requests, Authorities authorities, Clearance clearance, SealedCopies copies) {
        this.requests = requests;
        this.authorities = authorities;
        this.clearance = clearance;
        this.copies = copies;
    }

    /** The new request, within the transaction that sends it; its first act is still to be kept. */
    Request send(Act act, Hash digest, List<Submission.SealedKey> sealed, Viewer viewer, Instant now) {
        var sending = (Send) act.coded();
        var requesting = authorities.require(act.authority(), viewer);
        var requested = requested(sending, requesting, viewer);
        clearance.require(
                act, requesting, requested, viewer, now.atZone(requested.zone()).toLocalDate());
        copies.require(sealed, Set.of(act.authority(), requested.id()), requested.id(), sending.recipientGeneration());
        return begin(requesting, requested, new Fact(act, digest, now), sealed);
    }

    /** The same for one that was signed elsewhere: held to the designations of that day, and to keys that need not be the newest any more. */
    Request carried(Act act, Hash digest, List<Submission.SealedKey> sealed, Viewer viewer, Instant now) {
        var sending = (Send) act.coded();
        var requesting = authorities.require(act.authority(), viewer);
        var requested = requested(sending, requesting, viewer);
        clearance.requireCarried(act, requesting, requested, viewer);
        copies.requireStated(
                sealed, Set.of(act.authority(), requested.id()), requested.id(), sending.recipientGeneration());
        return begin(requesting, requested, new Fact(act, digest, now, viewer.requireAccount()), sealed);
    }

    private Request begin(Authority requesting, Authority requested, Fact send, List<Submission.SealedKey> sealed) {
        var act = send.act();
        var year = send.at().atZone(requesting.zone()).getYear();
        var request = requests.begun(
                requests.nextReference(requesting.state(), year), party(requesting), party(requested), send);
        requests.add(request);
        copies.keep(act.request(), sealed);
        return request;
    }

    private Authority requested(Send sending, Authority requesting, Viewer viewer) {
        var state = new StateCode(sending.requestedState());
        if (state.equals(requesting.state())) {
            throw ExchangeRefusal.OWN_STATE.refused();
        }
        return authorities
                .find(sending.requestedAuthority(), viewer)
                .filter(authority -> authority.state().equals(state))
                .orElseThrow(ExchangeRefusal.UNKNOWN_AUTHORITY::refused);
    }

    static Request.Party party(Authority authority) {
        return new Request.Party(authority.id(), authority.state(), authority.zone());
    }
}

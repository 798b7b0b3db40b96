package org.enlace.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.forms.Forms;
import org.enlace.keys.AuthorityKeys;
import org.enlace.ledger.Act;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Send;
import org.enlace.resolver.Channels;
import org.enlace.resolver.Measure;
import org.springframework.stereotype.Component;

/** A request goes out: to an authority that is designated for it today and can receive, sealed to the keys that are current. */
@Component
class Sending {

    private final Requests requests;
    private final Authorities authorities;
    private final Channels channels;
    private final AuthorityKeys keys;
    private final RequestKeys copies;

    Sending(Requests requests, Authorities authorities, Channels channels, AuthorityKeys keys, RequestKeys copies) {
        this.requests = requests;
        this.authorities = authorities;
        this.channels = channels;
        this.keys = keys;
        this.copies = copies;
    }

    /** The new request, within the transaction that sends it; its first act is still to be kept. */
    Request send(Act act, Hash digest, List<Submission.SealedKey> sealed, Viewer viewer, Instant now) {
        var sending = (Send) act.coded();
        var requesting = authorities.require(act.authority(), viewer);
        var requested = requested(sending, requesting, viewer);
        requireForm(sending);
        requireChannel(
                sending, requesting, requested, now.atZone(requested.zone()).toLocalDate());
        requireKeys(sending, act.authority(), sealed);
        requireEarlier(sending, act.authority(), viewer);
        var request = new Request(
                act.request(),
                requests.nextReference(
                        requesting.state(), now.atZone(requesting.zone()).getYear()),
                party(requesting),
                party(requested),
                List.of(new Fact(act, digest, now)),
                null);
        requests.add(request);
        sealed.forEach(key -> copies.keep(act.request(), key));
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

    private static void requireForm(Send sending) {
        if (!sending.form().equals(Forms.PRESERVATION)
                || Measure.of(sending.measure()).isEmpty()) {
            throw ExchangeRefusal.UNKNOWN_FORM.refused();
        }
    }

    /** The treaty binds both states today and serves the measure, and the authority is the one designated under it: no other one is taken in its place. */
    private void requireChannel(Send sending, Authority requesting, Authority requested, LocalDate today) {
        var measure = Measure.of(sending.measure()).orElseThrow(ExchangeRefusal.UNKNOWN_FORM::refused);
        var designated = channels.resolve(requesting.state(), requested.state(), measure, today).serving().stream()
                .filter(channel -> channel.instrument().id().equals(sending.instrument()))
                .flatMap(channel -> channel.addressees().designated().stream())
                .anyMatch(addressee -> addressee.authority().id().equals(requested.id()));
        if (!designated) {
            throw ExchangeRefusal.NOT_DESIGNATED.refused();
        }
    }

    private void requireKeys(Send sending, String own, List<Submission.SealedKey> sealed) {
        if (!keys.canReceive(sending.requestedAuthority())) {
            throw ExchangeRefusal.CANNOT_RECEIVE.refused();
        }
        var sealedTo = sealed.stream().map(Submission.SealedKey::authority).collect(Collectors.toSet());
        if (sealed.size() != 2 || !sealedTo.equals(Set.of(own, sending.requestedAuthority()))) {
            throw ExchangeRefusal.WRONG_KEYS.refused();
        }
        for (var key : sealed) {
            var current = keys.current(key.authority()).orElseThrow(ExchangeRefusal.KEY_CHANGED::refused);
            if (current.generation() != key.generation()) {
                throw ExchangeRefusal.KEY_CHANGED.refused();
            }
            if (key.authority().equals(sending.requestedAuthority())
                    && key.generation() != sending.recipientGeneration()) {
                throw ExchangeRefusal.WRONG_KEYS.refused();
            }
        }
    }

    private void requireEarlier(Send sending, String own, Viewer viewer) {
        var extending = sending.earlier();
        if (extending == null) {
            return;
        }
        Optional<Request> earlier;
        try {
            earlier = Optional.of(requests.require(extending, viewer));
        } catch (Refused absent) {
            earlier = Optional.empty();
        }
        var fits = earlier.filter(request -> request.requesting().authority().equals(own))
                .filter(request -> request.requested().authority().equals(sending.requestedAuthority()))
                .filter(request -> request.standing().stage() == Stage.PRESERVED);
        if (fits.isEmpty()) {
            throw ExchangeRefusal.UNKNOWN_EARLIER_REQUEST.refused();
        }
    }

    private static Request.Party party(Authority authority) {
        return new Request.Party(authority.id(), authority.state(), authority.zone());
    }
}

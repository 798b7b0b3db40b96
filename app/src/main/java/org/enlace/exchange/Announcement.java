package org.enlace.exchange;

import java.util.List;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.enlace.reach.Address;
import org.enlace.reach.Addresses;
import org.springframework.stereotype.Component;

/**
 * Tells the other side that something happened, in the transaction of the act: reference, urgency, by when and where to look, and nothing of the matter. It goes to the
 * authority's mailbox; where none is recorded, to whoever can be reached instead, so that nobody is left untold.
 */
@Component
public class Announcement {

    private final Notices notices;
    private final Authorities authorities;
    private final Addresses addresses;
    private final Turns turns;

    Announcement(Notices notices, Authorities authorities, Addresses addresses, Turns turns) {
        this.notices = notices;
        this.authorities = authorities;
        this.addresses = addresses;
        this.turns = turns;
    }

    void announce(Request request) {
        told(request).stream()
                .flatMap(told -> addresses(told).map(address -> notice(request, told, address)))
                .forEach(notices::queue);
    }

    /** Under which the trouble with a notice of this request is found. */
    public static String audience(Request.Party party) {
        return "authority:" + party.authority();
    }

    /** The other side; of a transfer also the authority that has the request from now on. */
    private static List<Request.Party> told(Request request) {
        var other = request.party(request.side(request.last()).other());
        return request.last().kind() == Kind.TRANSFER ? List.of(other, request.requested()) : List.of(other);
    }

    private Stream<Address> addresses(Request.Party told) {
        return authorities.find(told.authority(), Viewer.anyone(Language.EN)).stream()
                .flatMap(authority -> addresses.of(authority).stream());
    }

    private Notice notice(Request request, Request.Party told, Address address) {
        var last = request.last();
        var turn = turns.of(request, last.at());
        var due = turn != null && request.party(turn.side()).equals(told) ? turn.due() : null;
        var arrived = last.kind() == Kind.SEND || (last.kind() == Kind.TRANSFER && told.equals(request.requested()));
        return new Notice(
                last.kind().code() + '/' + last.act().act() + '/' + told.authority() + '/' + address.email(),
                audience(told),
                address.email(),
                address.language(),
                arrived ? Notice.Kind.REQUEST_ARRIVED : Notice.Kind.REQUEST_MOVED,
                request.reference(),
                request.sending().urgent(),
                due,
                told.zone(),
                "/requests/" + request.id());
    }
}

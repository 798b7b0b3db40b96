package org.enlace.exchange;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.ledger.Assign;
import org.enlace.ledger.Send;
import org.enlace.ledger.Share;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Request;
import org.enlace.reach.Address;
import org.enlace.reach.Addresses;
import org.jspecify.annotations.Nullable;
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
    private final Sequels sequels;

    Announcement(Notices notices, Authorities authorities, Addresses addresses, Turns turns, Sequels sequels) {
        this.notices = notices;
        this.authorities = authorities;
        this.addresses = addresses;
        this.turns = turns;
        this.sequels = sequels;
    }

    void announce(Request request) {
        letters(request).forEach(notices::queue);
        sequels.preserved(request).stream()
                .flatMap(preserved -> authority(preserved.requested())
                        .flatMap(authority -> addresses.of(authority).stream())
                        .map(address -> notice(request, preserved, address)))
                .forEach(notices::queue);
    }

    /** Under which the trouble with a notice of this request is found. */
    public static String audience(Request.Party party) {
        return "authority:" + party.authority();
    }

    private Stream<Notice> letters(Request request) {
        return request.last().act().coded() instanceof Assign assigned
                ? toColleagues(request, assigned.function())
                : told(request).stream()
                        .flatMap(told -> addresses(request, told).map(address -> notice(request, told, address)));
    }

    /** What an authority arranges among its own is no news for the other side. Whoever assigned it to their own function knows. */
    private Stream<Notice> toColleagues(Request request, String function) {
        var last = request.last();
        return addresses.officers(request.requested().authority(), function).stream()
                .filter(officer -> !officer.id().equals(last.act().account()))
                .map(officer -> new Notice(
                        last.kind().code() + '/' + last.act().act() + '/' + officer.id(),
                        "account:" + officer.id(),
                        officer.email(),
                        officer.language(),
                        Notice.Kind.REQUEST_ASSIGNED,
                        request.reference(),
                        request.sending().urgent(),
                        due(request, request.requested()),
                        officer.zone(),
                        "/requests/" + request.id()));
    }

    /** The other side; of a transfer also the authority that has the request from now on. What is shared within a state is for that authority alone: the other side has nothing to do. */
    private static List<Request.Party> told(Request request) {
        if (request.last().act().coded() instanceof Share share) {
            var own = request.requesting();
            return List.of(new Request.Party(share.to(), own.state(), own.zone()));
        }
        var other = request.party(request.side(request.last()).other());
        return request.last().kind() == Kind.TRANSFER ? List.of(other, request.requested()) : List.of(other);
    }

    /** What is urgent and arrives, or is asked about, goes to the officers on duty too: at night nobody reads a mailbox. */
    private Stream<Address> addresses(Request request, Request.Party told) {
        return authority(told)
                .flatMap(authority -> (isUrgent(request) && (arrived(request, told) || isEnquiry(request))
                                ? addresses.urgent(authority)
                                : addresses.of(authority))
                        .stream());
    }

    private Stream<Authority> authority(Request.Party told) {
        return authorities.find(told.authority(), Viewer.anyone(Language.EN)).stream();
    }

    private static Notice.Kind kind(Request request, Request.Party told) {
        return switch (request.last().kind()) {
            case SHARE -> Notice.Kind.REQUEST_SHARED;
            case ENQUIRE -> Notice.Kind.PROGRESS_ASKED;
            case ADD -> Notice.Kind.REQUEST_ADDED_TO;
            case SEND -> isDraft(request) ? Notice.Kind.DRAFT_ARRIVED : Notice.Kind.REQUEST_ARRIVED;
            default -> arrived(request, told) ? Notice.Kind.REQUEST_ARRIVED : Notice.Kind.REQUEST_MOVED;
        };
    }

    private static boolean isDraft(Request request) {
        return request.sending().status() == Send.Status.COMMENT;
    }

    /** Nothing is asked yet by a draft, and nobody is woken for it. */
    private static boolean isUrgent(Request request) {
        return request.sending().urgent() && !isDraft(request);
    }

    private static boolean arrived(Request request, Request.Party told) {
        var kind = request.last().kind();
        return kind == Kind.SEND || (kind == Kind.TRANSFER && told.equals(request.requested()));
    }

    private static boolean isEnquiry(Request request) {
        return request.last().kind() == Kind.ENQUIRE;
    }

    /** What else may be due is no matter of a question about progress, nor of something added. */
    private @Nullable Instant due(Request request, Request.Party told) {
        if (isEnquiry(request)) {
            return turns.progressDue(request);
        }
        if (request.last().kind() == Kind.ADD) {
            return null;
        }
        var turn = turns.of(request, request.last().at());
        return turn != null && request.party(turn.side()).equals(told) ? turn.due() : null;
    }

    private Notice notice(Request request, Request.Party told, Address address) {
        var last = request.last();
        return new Notice(
                last.kind().code() + '/' + last.act().act() + '/' + told.authority() + '/' + address.email(),
                audience(told),
                address.email(),
                address.language(),
                kind(request, told),
                request.reference(),
                isUrgent(request),
                due(request, told),
                told.zone(),
                "/requests/" + request.id());
    }

    /** To whoever preserves data for another request: of this one, which is between others, it says only that it came, or is decided. */
    private static Notice notice(Request request, Request preserved, Address address) {
        var told = preserved.requested();
        var kind = Sequels.isReceived(request) ? Notice.Kind.DATA_ASKED_FOR : Notice.Kind.DATA_DECIDED;
        return new Notice(
                kind + "/" + request.last().act().act() + '/' + told.authority() + '/' + address.email(),
                audience(told),
                address.email(),
                address.language(),
                kind,
                preserved.reference(),
                false,
                null,
                told.zone(),
                "/requests/" + preserved.id());
    }
}

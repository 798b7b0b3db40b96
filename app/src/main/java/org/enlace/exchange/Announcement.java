package org.enlace.exchange;

import java.util.List;
import org.enlace.Language;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.enlace.states.States;
import org.springframework.stereotype.Component;

/** Tells the other side's mailbox that something happened, in the transaction of the act: reference, urgency, by when and where to look, and nothing of the matter. */
@Component
public class Announcement {

    private final Notices notices;
    private final Authorities authorities;
    private final States states;
    private final Turns turns;

    Announcement(Notices notices, Authorities authorities, States states, Turns turns) {
        this.notices = notices;
        this.authorities = authorities;
        this.states = states;
        this.turns = turns;
    }

    void announce(Request request) {
        told(request)
                .forEach(told -> authorities
                        .find(told.authority(), Viewer.anyone(Language.EN))
                        .ifPresent(authority -> {
                            var mailbox = authority.reach().mailbox();
                            if (mailbox != null) {
                                notices.queue(notice(request, told, authority, mailbox));
                            }
                        }));
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

    private Notice notice(Request request, Request.Party told, Authority authority, String mailbox) {
        var last = request.last();
        var turn = turns.of(request, last.at());
        var due = turn != null && request.party(turn.side()).equals(told) ? turn.due() : null;
        var arrived = last.kind() == Kind.SEND || (last.kind() == Kind.TRANSFER && told.equals(request.requested()));
        return new Notice(
                last.kind().code() + '/' + last.act().act() + '/' + told.authority(),
                audience(told),
                mailbox,
                authority.language(states.require(authority.state())),
                arrived ? Notice.Kind.REQUEST_ARRIVED : Notice.Kind.REQUEST_MOVED,
                request.reference(),
                request.sending().urgent(),
                due,
                told.zone(),
                "/requests/" + request.id());
    }
}

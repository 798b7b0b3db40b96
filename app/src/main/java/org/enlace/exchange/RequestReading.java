package org.enlace.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.Viewer;
import org.enlace.forms.FormBasis;
import org.enlace.ledger.Ask;
import org.enlace.ledger.Decline;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.Receipt;
import org.enlace.ledger.Send;
import org.enlace.ledger.Signed;
import org.enlace.ledger.TakeInCharge;
import org.enlace.notices.Notices;
import org.enlace.treaties.Instruments;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a request for a reader. */
@Component
class RequestReading {

    private final Receipts receipts;
    private final People people;
    private final Instruments instruments;
    private final Notices notices;
    private final Terms terms;

    RequestReading(Receipts receipts, People people, Instruments instruments, Notices notices, Terms terms) {
        this.receipts = receipts;
        this.people = people;
        this.instruments = instruments;
        this.notices = notices;
        this.terms = terms;
    }

    RequestPage page(Request request, List<Linked> linked, Viewer viewer, @Nullable Taken done) {
        var side = request.side(viewer);
        var now = terms.clock().instant();
        return new RequestPage(
                request,
                linked,
                side,
                people.party(request.requesting(), viewer),
                people.party(request.requested(), viewer),
                instrument(request, viewer),
                request.turn(terms.targets(), now),
                lines(request, viewer),
                forms(request, side),
                people.readers(request),
                hasReservation(request),
                isUndelivered(request, side.other()),
                done,
                terms.targets(),
                viewer.zone(),
                now);
    }

    private String instrument(Request request, Viewer viewer) {
        var id = request.sending().instrument();
        if (id == null) {
            return Words.of(RequestReading.class, viewer.language()).say("instrument.none");
        }
        return instruments
                .find(id)
                .map(instrument -> instrument.shortName(viewer.language()))
                .orElse(id);
    }

    private List<TimelineLine> lines(Request request, Viewer viewer) {
        var issued =
                receipts.of(request.id()).stream().collect(Collectors.toMap(Receipts.Issued::act, Function.identity()));
        var lines = new ArrayList<TimelineLine>();
        for (var fact : request.facts()) {
            var receipt = receipt(issued.get(fact.act().act()));
            // What was sent and that it was delivered are two things, said by two: the officer and the host.
            var isSend = fact.kind() == Kind.SEND;
            lines.add(line(request, fact, isSend ? null : receipt, viewer));
            if (isSend && receipt != null) {
                lines.add(new TimelineLine(
                        "delivered",
                        fact.act().act(),
                        receipt.time(),
                        request.requested().zone(),
                        people.party(request.requested(), viewer).named(),
                        null,
                        receipt));
            }
        }
        return lines;
    }

    private TimelineLine line(Request request, Fact fact, TimelineLine.@Nullable ReceiptView receipt, Viewer viewer) {
        var party = request.party(fact.kind().side());
        var words = Words.of(RequestReading.class, viewer.language());
        return new TimelineLine(
                what(request, fact),
                fact.act().act(),
                fact.at(),
                party.zone(),
                words.say(
                        "who",
                        people.function(fact),
                        people.party(party, viewer).named()),
                coded(request, fact, words),
                receipt);
    }

    /** An answer to a notice is not an answer to a question. */
    private static String what(Request request, Fact fact) {
        if (fact.act().coded() instanceof Decline decline && decline.isNotice()) {
            return "notice";
        }
        if (fact.kind() == Kind.ANSWER && request.before(fact).stage() == Stage.NOTICED) {
            return "go-on";
        }
        return fact.kind().code();
    }

    /** What the act says to everybody, the host included. */
    private @Nullable String coded(Request request, Fact fact, Words words) {
        return switch (fact.act().coded()) {
            case TakeInCharge taken -> words.say("coded.next", words.date(taken.nextDate()));
            case Preserve preserved ->
                words.say(
                        preserved.full() ? "coded.full" : "coded.part",
                        words.moment(preserved.from(), request.requested().zone()),
                        words.city(request.requested().zone()),
                        words.date(preserved.until()));
            case Decline decline -> ground(decline, words);
            case Ask ask -> words.say("coded.asked", words.date(ask.due()));
            case Send send when send.earlier() != null -> words.say("coded.extension");
            default -> null;
        };
    }

    private String ground(Decline decline, Words words) {
        return terms.answers().lists().getOrDefault("ground", List.of()).stream()
                .filter(choice -> choice.code().equals(decline.ground()))
                .map(choice -> FormBasis.label(terms.answers(), choice, words.language()))
                .findFirst()
                .orElse(decline.ground());
    }

    private static TimelineLine.@Nullable ReceiptView receipt(Receipts.@Nullable Issued issued) {
        if (issued == null || !(Signed.of(Jws.parse(issued.jws())) instanceof Receipt receipt)) {
            return null;
        }
        return new TimelineLine.ReceiptView(
                issued.kind(), receipt.time(), receipt.index(), receipt.generation(), receipt.recipientKey());
    }

    private List<ActForm> forms(Request request, Side side) {
        return request.open(side).stream()
                .filter(kind -> kind != Kind.OPEN)
                .map(kind -> new ActForm(kind, terms.answers()))
                .toList();
    }

    /** Only a state that reserved the right may refuse for want of dual criminality (29(4)). */
    private boolean hasReservation(Request request) {
        var today = terms.clock().instant().atZone(request.requested().zone()).toLocalDate();
        var instrument = request.sending().instrument();
        return instrument != null
                && instruments.hasReservation(instrument, request.requested().state(), Ground.RESERVED_ARTICLE, today);
    }

    private boolean isUndelivered(Request request, Side side) {
        var path = "/requests/" + request.id();
        return notices.troubles(Announcement.audience(request.party(side))).stream()
                .anyMatch(trouble -> trouble.path().equals(path));
    }
}

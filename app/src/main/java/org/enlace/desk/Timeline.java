package org.enlace.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.Viewer;
import org.enlace.exchange.Receipts;
import org.enlace.ledger.Decline;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Receipt;
import org.enlace.ledger.Send;
import org.enlace.ledger.Signed;
import org.enlace.procedure.Fact;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Request;
import org.enlace.procedure.Stage;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to a request, line by line: each act, and what the host confirmed of it. */
@Component
class Timeline {

    private final Receipts receipts;
    private final People people;
    private final Spoken spoken;

    Timeline(Receipts receipts, People people, Spoken spoken) {
        this.receipts = receipts;
        this.people = people;
        this.spoken = spoken;
    }

    List<TimelineLine> of(Request request, Viewer viewer) {
        var issued = receipts.of(request).stream().collect(Collectors.toMap(Receipts.Issued::act, Function.identity()));
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
                        request.holders().getFirst().zone(),
                        people.party(request.holders().getFirst(), viewer).named(),
                        null,
                        null,
                        receipt));
            }
        }
        return lines;
    }

    private TimelineLine line(Request request, Fact fact, TimelineLine.@Nullable ReceiptView receipt, Viewer viewer) {
        var party = request.party(fact);
        var words = Words.of(Timeline.class, viewer.language());
        return new TimelineLine(
                what(request, fact),
                fact.act().act(),
                fact.at(),
                party.zone(),
                words.say(
                        "who",
                        people.function(fact),
                        people.party(party, viewer).named()),
                spoken.say(request, fact, viewer),
                carried(fact, party, words, viewer),
                receipt);
    }

    /** Both times of what was signed elsewhere: the line stands where it was brought in, and says when its author signed it. */
    private @Nullable String carried(Fact fact, Request.Party party, Words words, Viewer viewer) {
        var by = fact.carriedBy();
        return by == null
                ? null
                : words.say(
                        "carry.line",
                        words.momentIn(fact.act().clock(), party.zone(), viewer.zone()),
                        people.officer(by, viewer));
    }

    /**
     * An answer to a notice is not an answer to a question, what cannot be done is not a refusal, and what is disclosed or withheld leaves the data preserved, and what
     * comes after the final result corrects it.
     */
    private static String what(Request request, Fact fact) {
        var givenOrRefused = fact.kind() == Kind.RESULT || fact.kind() == Kind.DECLINE;
        if (givenOrRefused && request.before(fact).stage() == Stage.PRESERVED) {
            return fact.kind() == Kind.RESULT ? Deed.DISCLOSE : Deed.WITHHOLD;
        }
        if (fact.kind() == Kind.RESULT && request.before(fact).isAnswered()) {
            return Deed.CORRECT;
        }
        if (fact.act().coded() instanceof Decline decline) {
            return switch (decline.manner()) {
                case NOTICE -> "notice";
                case CANNOT -> "cannot";
                case REFUSAL -> "decline";
            };
        }
        if (fact.kind() == Kind.ANSWER && request.before(fact).stage() == Stage.NOTICED) {
            return "go-on";
        }
        if (fact.act().coded() instanceof Send send && send.status() == Send.Status.COMMENT) {
            return "draft";
        }
        return fact.kind().code();
    }

    private static TimelineLine.@Nullable ReceiptView receipt(Receipts.@Nullable Issued issued) {
        if (issued == null || !(Signed.of(Jws.parse(issued.jws())) instanceof Receipt receipt)) {
            return null;
        }
        return new TimelineLine.ReceiptView(
                issued.kind(), receipt.time(), receipt.index(), receipt.generation(), receipt.recipientKey());
    }
}

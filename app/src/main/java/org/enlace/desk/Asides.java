package org.enlace.desk;

import java.time.Instant;
import org.enlace.exchange.Deadline;
import org.enlace.procedure.Addition;
import org.enlace.procedure.Enquiry;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Side;
import org.enlace.procedure.Turn;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/** What the page of a request says of two things that stand beside its turn: that somebody asked how it stands, and that something was added to it. */
final class Asides {

    private Asides() {}

    /** That it was asked, and by when it should be said where something else is due before; null where nobody asks, or the reader's authority has it not. */
    static @Nullable String enquiry(RequestPage page, Words words) {
        var asked = Enquiry.open(page.request());
        if (asked.isEmpty() || !page.held()) {
            return null;
        }
        var at = words.momentIn(asked.get().at(), page.requested().zone(), page.yours());
        var due = due(page);
        if (isTurn(page) || due == null) {
            return words.say("enquiry.on", at);
        }
        var by = words.momentIn(
                new Countdown(due, page.now()).last(page.requested().zone()),
                page.requested().zone(),
                page.yours());
        return words.say("enquiry." + page.side().code(), page.other().stateName(), at, by);
    }

    /** Whether the reader is to answer it and the page does not lead there anyhow. */
    static boolean isToBeAnswered(RequestPage page) {
        return page.side() == Side.REQUESTED
                && page.hasForm(Kind.PROGRESS)
                && !isTurn(page)
                && Enquiry.open(page.request()).isPresent();
    }

    /** That something was added since the reader's authority last did anything; null for everybody else. */
    static @Nullable String added(RequestPage page, Words words) {
        return page.held() && page.side() == Side.REQUESTED
                ? Addition.unheeded(page.request())
                        .map(at -> words.say(
                                "added",
                                page.other().stateName(),
                                words.momentIn(at, page.requested().zone(), page.yours())))
                        .orElse(null)
                : null;
    }

    /** By when the other side said it would be heard of: no bar to asking before. */
    static @Nullable String promised(RequestPage page, ActForm form, Words words) {
        var next = page.promised();
        if (form.kind() != Kind.ENQUIRE || next == null) {
            return null;
        }
        return words.say(
                page.now().isBefore(next) ? "enquiry.promise" : "enquiry.promise.passed",
                words.momentIn(next, page.requested().zone(), page.yours()));
    }

    private static boolean isTurn(RequestPage page) {
        var turn = page.turn();
        return turn != null && turn.task() == Turn.Task.PROGRESS;
    }

    private static @Nullable Instant due(RequestPage page) {
        return page.deadlines().stream()
                .filter(deadline -> deadline.rule().starts().equals(Kind.ENQUIRE.code()))
                .map(Deadline::due)
                .findFirst()
                .orElse(null);
    }
}

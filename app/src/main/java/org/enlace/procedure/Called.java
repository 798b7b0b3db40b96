package org.enlace.procedure;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.enlace.ledger.Call;

/**
 * Telephone calls about a request. About one that was sent here, either side writes down as many as there were, and no period moves. Of one that travelled as a file it
 * is the call that announced it: each side writes down its own time once, and only what both say moves the periods, because each side gains by another hour.
 */
public final class Called {

    /** How far two watches and two notes may be apart and still speak of one call. */
    static final Duration AGREEMENT = Duration.ofMinutes(15);

    private Called() {}

    /** From when the periods run: the later of the two times, since by then both had heard; nothing while they do not agree, or what was sent here needed no call. */
    public static Optional<Instant> agreed(Request request) {
        var asking = at(request, Side.REQUESTING);
        var asked = at(request, Side.REQUESTED);
        if (asking.isEmpty() || asked.isEmpty() || !isCarried(request)) {
            return Optional.empty();
        }
        var earlier = asking.get().isBefore(asked.get()) ? asking.get() : asked.get();
        var later = asking.get().isBefore(asked.get()) ? asked.get() : asking.get();
        return Duration.between(earlier, later).compareTo(AGREEMENT) <= 0 && !later.isAfter(request.sentAt())
                ? Optional.of(later)
                : Optional.empty();
    }

    /** What one side wrote down first. */
    public static Optional<Instant> at(Request request, Side side) {
        return request.facts().stream()
                .filter(fact -> fact.kind() == Kind.CALL && request.side(fact) == side)
                .map(fact -> ((Call) fact.act().coded()).at())
                .findFirst();
    }

    /**
     * When something counts as done. Where both sides agree on the call, both worked off-line from then on, and what was carried counts from when it was signed;
     * everything else from when it was taken here, whatever it says of itself.
     */
    public static Instant reckoned(Request request, Fact fact) {
        var agreed = agreed(request);
        if (agreed.isEmpty() || !fact.isCarried()) {
            return fact.at();
        }
        if (fact.kind() == Kind.SEND) {
            return agreed.get();
        }
        var said = fact.act().clock();
        return said.isBefore(agreed.get()) || said.isAfter(fact.at()) ? fact.at() : said;
    }

    /** Whether a call can be written down: the one that announced a file once by each side, others as soon as the side can seal what was said. */
    static boolean isOpen(Request request, Side side) {
        return isCarried(request) ? at(request, side).isEmpty() : side == Side.REQUESTING || request.isOpened();
    }

    /** @throws org.enlace.Refused when no call can be written down, or not this one */
    static void require(Call call, Request request, Side side, Instant now) {
        if (!isOpen(request, side)) {
            throw (isCarried(request) ? ProcedureRefusal.ALREADY_CALLED : ProcedureRefusal.NOT_OPENED).refused();
        }
        if (call.at().isAfter(now.plus(Saying.TOLERANCE))) {
            throw ProcedureRefusal.CALL_AFTERWARDS.refused();
        }
    }

    private static boolean isCarried(Request request) {
        return request.facts().getFirst().isCarried();
    }
}

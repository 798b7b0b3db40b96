package org.enlace.procedure;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The requesting side asks how its request stands; the requested one answers by news, or by anything that says more than news would (Palermo Convention, Art. 18(24)). One
 * question at a time. It moves no period and no stage: what was due is due as before.
 */
public final class Enquiry {

    /** What tells the requesting side how its request stands. What an authority arranges among its own does not, nor does a note of a telephone call. */
    static final Set<Kind> ANSWERS = EnumSet.of(
            Kind.PROGRESS,
            Kind.ACCEPT,
            Kind.POSTPONE,
            Kind.ASK,
            Kind.DECLINE,
            Kind.TRANSFER,
            Kind.PRESERVE,
            Kind.EXECUTE,
            Kind.RESULT);

    private Enquiry() {}

    /** The one that is not answered; none on a request that is over. */
    public static Optional<Fact> open(Request request) {
        if (request.standing().stage().isEnd()) {
            return Optional.empty();
        }
        return request.facts().reversed().stream()
                .takeWhile(fact -> !ANSWERS.contains(fact.kind()))
                .filter(fact -> fact.kind() == Kind.ENQUIRE)
                .findFirst();
    }

    /** Whether it can be asked, in so far as that follows from how far the request is. Before anybody has it in charge the ladder presses; where all is done there is nothing to say. */
    static @Nullable ProcedureRefusal objection(Standing standing, Set<Kind> admitted) {
        if (standing.asked() != null) {
            return ProcedureRefusal.ANSWER_FIRST;
        }
        return switch (standing.stage()) {
            case SENT, OPENED -> ProcedureRefusal.NOT_TAKEN_YET;
            case NOTICED -> ProcedureRefusal.ANSWER_FIRST;
            case PRESERVED -> ProcedureRefusal.ALREADY_PRESERVED;
            case EXECUTED -> admitted.contains(Kind.RESULT) ? null : ProcedureRefusal.ALREADY_EXECUTED;
            case ANSWERED, RECEIVED -> ProcedureRefusal.ALREADY_ANSWERED;
            default -> null;
        };
    }

    /** @throws org.enlace.Refused while one is open */
    static void require(Request request) {
        if (open(request).isPresent()) {
            throw ProcedureRefusal.ALREADY_ENQUIRED.refused();
        }
    }
}

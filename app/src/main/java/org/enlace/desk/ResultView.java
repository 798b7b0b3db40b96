package org.enlace.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.GrantUse;
import org.enlace.ledger.Receive;
import org.enlace.ledger.Result;
import org.enlace.procedure.Fact;
import org.enlace.procedure.Request;
import org.jspecify.annotations.Nullable;

/**
 * A result of the request: what came back, under which conditions, and what was asked of it since.
 *
 * @param act that brought it
 * @param complete whether nothing more will follow
 * @param received whether the requesting side has accepted its conditions and opened it
 * @param corrected when a further result came after the final one, which may correct this one; null where none did
 * @param refused why it cannot accept them, in words; null where it does not say so, or has accepted them since
 */
record ResultView(
        UUID act,
        Instant at,
        boolean complete,
        boolean received,
        @Nullable Instant corrected,
        @Nullable String refused,
        ConditionsView conditions,
        List<Use> uses) {

    /**
     * A use beyond the conditions that was asked for.
     *
     * @param act that asked for it
     * @param use its words
     * @param decision its words, or null while it is open
     */
    record Use(UUID act, String use, @Nullable String decision) {}

    /** Whether use in court of that result was asked for and allowed, in whole or on conditions. */
    static boolean isGrantedInCourt(Request request, UUID result) {
        return asked(request, result).stream()
                .filter(fact -> ((AskUse) fact.act().coded()).use() == AskUse.Use.COURT)
                .map(fact -> decision(request, fact.act().act()))
                .anyMatch(decision -> decision != null && decision != GrantUse.Decision.REFUSED);
    }

    static boolean isReceived(Request request, UUID result) {
        return request.facts().stream()
                .anyMatch(fact -> fact.act().coded() instanceof Receive receive
                        && receive.result().equals(result));
    }

    /** When the last result came that may correct this one. */
    static @Nullable Instant corrected(Request request, Fact result) {
        return of(request).stream()
                .filter(later ->
                        later.at().isAfter(result.at()) && request.before(later).isAnswered())
                .map(Fact::at)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    /** The results of a request, in the order in which they came. */
    static List<Fact> of(Request request) {
        return request.facts().stream()
                .filter(fact -> fact.act().coded() instanceof Result)
                .toList();
    }

    /** What was asked of a result beyond its conditions. */
    static List<Fact> asked(Request request, UUID result) {
        return request.facts().stream()
                .filter(fact ->
                        fact.act().coded() instanceof AskUse use && use.result().equals(result))
                .toList();
    }

    static GrantUse.@Nullable Decision decision(Request request, UUID asked) {
        for (var fact : request.facts()) {
            if (fact.act().coded() instanceof GrantUse grant && grant.asked().equals(asked)) {
                return grant.decision();
            }
        }
        return null;
    }
}

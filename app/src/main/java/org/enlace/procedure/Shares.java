package org.enlace.procedure;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.enlace.ledger.Result;
import org.enlace.ledger.Share;

/**
 * With whom the requesting authority shared a request: authorities of its own state that may read it, whole and as it goes on, and continue it, and may do nothing on it. What
 * the other side gave under conditions that do not let it go to another authority, they do not read.
 */
public final class Shares {

    private Shares() {}

    /** The ids of those authorities, in the order in which it was shared. */
    public static Set<String> of(Request request) {
        var all = new LinkedHashSet<String>();
        for (var fact : request.facts()) {
            if (fact.act().coded() instanceof Share share) {
                all.add(share.to());
            }
        }
        return all;
    }

    /** The results that stay between the two authorities of the request, by the acts that brought them. */
    public static Set<UUID> confined(Request request) {
        var granted = request.standing().results().granted();
        var confined = new HashSet<UUID>();
        for (var fact : request.facts()) {
            if (fact.act().coded() instanceof Result result && !Marking.letsShare(result.conditions(), granted)) {
                confined.add(fact.act().act());
            }
        }
        return confined;
    }

    /** Whether nothing that was given stands against it. Of what is given later, each result is looked at when it comes. */
    static boolean mayBegin(Request request) {
        return confined(request).isEmpty();
    }

    /** @throws org.enlace.Refused when that authority has it, or when something was given that may not go to it */
    static void require(Share share, Request request) {
        if (of(request).contains(share.to())) {
            throw ProcedureRefusal.ALREADY_SHARED.refused();
        }
        if (!mayBegin(request)) {
            throw ProcedureRefusal.FORBIDDEN_BY_CONDITIONS.refused();
        }
    }
}

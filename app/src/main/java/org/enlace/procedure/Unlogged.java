package org.enlace.procedure;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.ledger.Act;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Send;
import org.enlace.ledger.Transfer;

/**
 * A request as its acts tell it, with no server at hand: what may be done to it next by the very same rules. Every act is taken at the time that its author
 * said; whether it holds is decided when it is brought in.
 */
public final class Unlogged {

    private final Request request;

    private Unlogged(Request request) {
        this.request = request;
    }

    /**
     * @param requesting the state of the requesting authority
     * @param zone of the requested authority, in which its days are counted
     * @param admitted the kinds of act that the form provides for
     * @throws IllegalArgumentException if the acts do not begin with sending, or name a kind that is not known
     */
    public static Unlogged of(List<Signed> acts, StateCode requesting, ZoneId zone, List<String> admitted) {
        var first = acts.getFirst().act();
        if (!(first.coded() instanceof Send send)) {
            throw new IllegalArgumentException("a request begins with being sent");
        }
        var state = new StateCode(send.requestedState());
        var holders = new ArrayList<Request.Party>();
        holders.add(new Request.Party(send.requestedAuthority(), state, zone));
        var facts = new ArrayList<Fact>();
        for (var each : acts) {
            facts.add(new Fact(
                    each.act(), each.digest(), each.act().clock(), each.act().account()));
            if (each.act().coded() instanceof Transfer transfer) {
                holders.add(new Request.Party(transfer.to(), state, zone));
            }
        }
        var kinds = new HashSet<Kind>();
        admitted.forEach(code -> kinds.add(Kind.of(code)));
        var own = new Request.Party(first.authority(), requesting, zone);
        return new Unlogged(new Request(
                first.request(), first.request().toString(), own, holders, facts, kinds, Continuation.NONE));
    }

    public UUID id() {
        return request.id();
    }

    /** The authority that has it now. */
    public String requested() {
        return request.requested().authority();
    }

    /** What officers of this side may do now. */
    public Set<Kind> open(Side side) {
        return request.open(side);
    }

    /** The ids of fields that the open question asked to be repaired; empty where none is open. */
    public List<String> asked() {
        var asked = request.standing().asked();
        return asked == null ? List.of() : asked.items();
    }

    /** The results whose conditions the requesting side has not accepted yet. */
    public Set<UUID> waiting() {
        return request.standing().results().waiting().keySet();
    }

    /** Whether data are preserved for it now. */
    public boolean isPreserved() {
        return request.standing().stage() == Stage.PRESERVED;
    }

    /** Of those the ones whose conditions it has not refused either. */
    public Set<UUID> refusable() {
        return Set.copyOf(Unaccepted.refusable(request));
    }

    /** Those whose conditions it refused, and of which the other side has said nothing since. */
    public Set<UUID> disputed() {
        return Set.copyOf(Unaccepted.disputed(request));
    }

    /** Those it accepted. */
    public Set<UUID> received() {
        return request.standing().results().received().keySet();
    }

    /** @throws Refused with the reason, if the act cannot come next */
    public void require(Act next, Side by, Instant now) {
        request.require(next, by, now);
    }

    /** An act as it was signed. */
    public record Signed(Act act, Hash digest) {}
}

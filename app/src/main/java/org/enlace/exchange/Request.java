package org.enlace.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.ledger.Act;
import org.enlace.ledger.Open;
import org.enlace.ledger.Send;
import org.jspecify.annotations.Nullable;

/**
 * A request of one authority to another. Its parties, its reference and the acts done to it are all there is; everything else follows from the acts.
 *
 * @param facts the acts that happened, in the order in which the server took them; the first is {@code send}
 * @param extendedBy the newest request that asks to prolong what was preserved here, if one stands: neither refused nor withdrawn
 */
record Request(
        UUID id,
        String reference,
        Party requesting,
        Party requested,
        List<Fact> facts,
        @Nullable UUID extendedBy) {

    /** @param zone in which the authority's days begin and end, as it was when the request was sent */
    record Party(String authority, StateCode state, ZoneId zone) {}

    Request {
        facts = List.copyOf(facts);
        if (facts.isEmpty() || facts.getFirst().kind() != Kind.SEND) {
            throw new IllegalArgumentException("a request begins with being sent");
        }
    }

    /** The same request, after one more act. */
    Request with(Fact next) {
        var all = new ArrayList<>(facts);
        all.add(next);
        return new Request(id, reference, requesting, requested, all, extendedBy);
    }

    Send sending() {
        return (Send) facts.getFirst().act().coded();
    }

    Instant sentAt() {
        return facts.getFirst().at();
    }

    Fact last() {
        return facts.getLast();
    }

    Optional<Fact> first(Kind kind) {
        return facts.stream().filter(fact -> fact.kind() == kind).findFirst();
    }

    Standing standing() {
        return after(facts);
    }

    /** How the request stood when this act came. */
    Standing before(Fact fact) {
        return after(facts.subList(0, facts.indexOf(fact)));
    }

    @Nullable
    Turn turn(Targets targets, Instant now) {
        return standing()
                .turn(
                        targets.inCharge(sending().urgent()),
                        targets.warnBefore(),
                        requested.zone(),
                        extendedBy != null,
                        now);
    }

    Party party(Side side) {
        return side == Side.REQUESTING ? requesting : requested;
    }

    /** On which side the viewer stands; whoever stands on none does not find the request. */
    Side side(Viewer viewer) {
        if (viewer.isOfficerOf(requesting.authority())) {
            return Side.REQUESTING;
        }
        if (viewer.isOfficerOf(requested.authority())) {
            return Side.REQUESTED;
        }
        throw Refused.absent();
    }

    /** What officers of this side may do now. */
    Set<Kind> open(Side side) {
        var standing = standing();
        var open = EnumSet.noneOf(Kind.class);
        for (var kind : Kind.values()) {
            if (kind.side() == side && standing.allows(kind)) {
                open.add(kind);
            }
        }
        return open;
    }

    /**
     * The rules for the next act, in so far as they follow from what has happened.
     *
     * @throws Refused with the reason
     */
    void require(Act next, Side by, Instant now) {
        if (Kind.of(next).side() != by) {
            throw ExchangeRefusal.NOT_YOUR_ACT.refused();
        }
        if (next.coded() instanceof Open open
                && !open.conditions().equals(sending().conditions())) {
            throw ExchangeRefusal.OTHER_CONDITIONS.refused();
        }
        standing().require(next, requested.zone(), now);
        if (facts.stream().noneMatch(fact -> Objects.equals(fact.digest(), next.previous()))) {
            throw ExchangeRefusal.UNKNOWN_PREVIOUS.refused();
        }
    }

    private static Standing after(List<Fact> acts) {
        var standing = Standing.sent(acts.getFirst().at());
        for (var fact : acts.subList(1, acts.size())) {
            standing = standing.after(fact);
        }
        return standing;
    }
}

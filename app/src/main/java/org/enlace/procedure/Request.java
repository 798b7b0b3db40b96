package org.enlace.procedure;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.ledger.Act;
import org.enlace.ledger.Call;
import org.enlace.ledger.Send;

/**
 * A request of one authority to another. Its parties, its reference and the acts done to it are all there is; everything else follows from the acts.
 *
 * @param holders the requested authority, and those of its state that the request was transferred to; the last one has it now
 * @param facts the acts that happened, in the order in which the server took them; the first is {@code send}
 * @param admitted the acts that its form provides for
 * @param continuation what the requests that extend or follow up this one do for its data
 */
public record Request(
        UUID id,
        String reference,
        Party requesting,
        List<Party> holders,
        List<Fact> facts,
        Set<Kind> admitted,
        Continuation continuation) {

    /** @param zone in which the authority's days begin and end, as it was when the request came to it */
    public record Party(String authority, StateCode state, ZoneId zone) {}

    public Request {
        holders = List.copyOf(holders);
        facts = List.copyOf(facts);
        admitted = Set.copyOf(admitted);
        if (facts.isEmpty() || facts.getFirst().kind() != Kind.SEND || holders.isEmpty()) {
            throw new IllegalArgumentException("a request begins with being sent to somebody");
        }
    }

    /** The same request, after one more act. */
    public Request with(Fact next) {
        return new Request(id, reference, requesting, holders, and(facts, next), admitted, continuation);
    }

    /** The same request, after it was transferred. */
    public Request with(Fact transfer, Party holder) {
        return new Request(
                id, reference, requesting, and(holders, holder), and(facts, transfer), admitted, continuation);
    }

    /** The authority that has the request now. */
    public Party requested() {
        return holders.getLast();
    }

    public Send sending() {
        return (Send) facts.getFirst().act().coded();
    }

    public Instant sentAt() {
        return facts.getFirst().at();
    }

    public Fact last() {
        return facts.getLast();
    }

    /** Whether what was preserved here stays preserved whatever becomes of this guarantee. */
    public boolean isContinued() {
        return continuation.prolonged() || continuation.followed();
    }

    /** Whether the requested authority has granted an extension. */
    public boolean isProlonged() {
        return continuation.prolonged();
    }

    /** Whether an extension was asked for and is not granted yet. */
    public boolean isExtensionAsked() {
        return continuation.asked();
    }

    public Optional<Fact> first(Kind kind) {
        return facts.stream().filter(fact -> fact.kind() == kind).findFirst();
    }

    public Standing standing() {
        return after(facts);
    }

    /** How the request stood when this act came. */
    public Standing before(Fact fact) {
        return after(facts.subList(0, facts.indexOf(fact)));
    }

    public Party party(Side side) {
        return side == Side.REQUESTING ? requesting : requested();
    }

    /** Whose act it was: of the requesting authority, or of the one that had the request then. */
    public Party party(Fact fact) {
        return parties()
                .filter(party -> party.authority().equals(fact.act().authority()))
                .findFirst()
                .orElseThrow();
    }

    public Side side(Fact fact) {
        return fact.act().authority().equals(requesting.authority()) ? Side.REQUESTING : Side.REQUESTED;
    }

    /** The authorities that have, or had, a part in it. */
    public Stream<Party> parties() {
        return Stream.concat(Stream.of(requesting), holders.stream());
    }

    /** On which side the viewer stands, of an authority that it was shared with the requesting one; whoever stands on none does not find the request. */
    public Side side(Viewer viewer) {
        if (viewer.isOfficerOf(requesting.authority()) || isSharedWith(viewer)) {
            return Side.REQUESTING;
        }
        if (holders.stream().anyMatch(holder -> viewer.isOfficerOf(holder.authority()))) {
            return Side.REQUESTED;
        }
        throw Refused.absent();
    }

    /** Whether the viewer's authority may act on it: it asks, or has the request now. */
    public boolean isHeldBy(Viewer viewer) {
        return viewer.isOfficerOf(requesting.authority())
                || viewer.isOfficerOf(requested().authority());
    }

    /** Whether the requesting authority shared it with the viewer's, which may read it and continue it, and may not act on it. */
    public boolean isSharedWith(Viewer viewer) {
        return Shares.of(this).stream().anyMatch(viewer::isOfficerOf);
    }

    /** Whether the viewer's authority may send a request that continues this one. */
    public boolean mayBeContinuedBy(Viewer viewer) {
        return viewer.isOfficerOf(requesting.authority()) || isSharedWith(viewer);
    }

    /** Whether the conditions of everything that was received let a request that follows go to another state than the requested one. */
    public boolean mayFollowToThirdState() {
        var results = standing().results();
        return Marking.letsToThirdState(results.received().values(), results.granted());
    }

    /** Whether what was sealed may be given to the viewer: to the side that has the request only once its officer has signed that it is opened. */
    public boolean isReadableBy(Viewer viewer) {
        return !viewer.isOfficerOf(requested().authority()) || isOpened();
    }

    /** Whether an officer of the authority that has it now has signed that it is opened. */
    public boolean isOpened() {
        var standing = standing();
        return standing.read() && standing.stage() != Stage.SENT;
    }

    /**
     * The request as far as the viewer may see it. An authority that transferred it sees what it had, and to whom it went; what happened since is between others.
     *
     * @throws Refused absent, for whoever has and had no part in it
     */
    public Request asSeenBy(Viewer viewer) {
        side(viewer);
        if (isHeldBy(viewer) || isSharedWith(viewer)) {
            return this;
        }
        var handed = holders.stream()
                .filter(holder -> viewer.isOfficerOf(holder.authority()))
                .mapToInt(holders::lastIndexOf)
                .max()
                .orElseThrow();
        var transfers =
                facts.stream().filter(fact -> fact.kind() == Kind.TRANSFER).toList();
        var last = facts.indexOf(transfers.get(handed));
        return new Request(
                id,
                reference,
                requesting,
                holders.subList(0, handed + 2),
                facts.subList(0, last + 1),
                admitted,
                continuation);
    }

    /** What officers of this side may do now. */
    public Set<Kind> open(Side side) {
        var standing = standing();
        var open = EnumSet.noneOf(Kind.class);
        for (var kind : Kind.values()) {
            if (kind.isBy(side) && Admission.objection(kind, standing, admitted) == null && isOpen(kind, side)) {
                open.add(kind);
            }
        }
        return open;
    }

    private boolean isOpen(Kind kind, Side side) {
        return switch (kind) {
            case CALL -> Called.isOpen(this, side);
            case SHARE -> Shares.mayBegin(this);
            case TRANSFER -> Marking.letsTransfer(sending().conditions());
            case ENQUIRE -> Enquiry.open(this).isEmpty();
            case REFUSE_CONDITIONS -> Unaccepted.mayRefuse(this, side);
            case UPHOLD_CONDITIONS -> Unaccepted.mayUphold(this, side);
            default -> true;
        };
    }

    /**
     * The rules for the next act, in so far as they follow from what has happened.
     *
     * @throws Refused with the reason
     */
    public void require(Act next, Side by, Instant now) {
        var kind = Kind.of(next);
        if (!kind.isBy(by) || !next.authority().equals(party(by).authority())) {
            throw ProcedureRefusal.NOT_YOUR_ACT.refused();
        }
        var objection = Admission.objection(kind, standing(), admitted);
        if (objection != null) {
            throw objection.refused();
        }
        if (kind == Kind.CALL) {
            Called.require((Call) next.coded(), this, by, now);
        }
        if (kind == Kind.ENQUIRE) {
            Enquiry.require(this);
        }
        Saying.require(next, this, now);
        if (facts.stream().noneMatch(fact -> Objects.equals(fact.digest(), next.previous()))) {
            throw ProcedureRefusal.UNKNOWN_PREVIOUS.refused();
        }
    }

    private static Standing after(List<Fact> acts) {
        var first = acts.getFirst();
        var standing = Standing.sent((Send) first.act().coded(), first.at());
        for (var fact : acts.subList(1, acts.size())) {
            standing = standing.after(fact);
        }
        return standing;
    }

    private static <T> List<T> and(List<T> list, T next) {
        var all = new ArrayList<>(list);
        all.add(next);
        return all;
    }
}

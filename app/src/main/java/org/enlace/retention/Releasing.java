package org.enlace.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.custody.Custody;
import org.enlace.exchange.Holdings;
import org.enlace.ledger.Release;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two officers give up requests: one proposes, another one signs. Without the second nothing goes. */
@Component
class Releasing {

    private final Outlook outlook;
    private final Proposals proposals;
    private final ReleaseSignature signature;
    private final Destroying destroying;
    private final Clock clock;

    Releasing(Outlook outlook, Proposals proposals, ReleaseSignature signature, Destroying destroying, Clock clock) {
        this.outlook = outlook;
        this.proposals = proposals;
        this.signature = signature;
        this.destroying = destroying;
        this.clock = clock;
    }

    /** @throws org.enlace.Refused when one of them may not go, or is on another proposal that waits */
    @Transactional
    public UUID propose(List<UUID> requests, Release.Ground ground, String reference, String authority, Viewer viewer) {
        if (requests.isEmpty() || requests.size() > Release.MOST || new HashSet<>(requests).size() != requests.size()) {
            throw RetentionRefusal.CHOOSE_REQUESTS.refused(Release.MOST);
        }
        var prospects = outlook.hold(requests, authority, clock.instant());
        if (prospects.stream().anyMatch(prospect -> prospect.proposal() != null)) {
            throw RetentionRefusal.ALREADY_PROPOSED.refused();
        }
        if (prospects.size() != requests.size() || !prospects.stream().allMatch(Prospect::mayGo)) {
            throw RetentionRefusal.MAY_NOT_GO.refused();
        }
        return proposals.add(null, ground, reference, requests, authority, viewer);
    }

    /**
     * @param compact the release, signed by this officer: exactly the requests that still may go
     * @throws org.enlace.Refused and then nothing went
     */
    @Transactional
    public void approve(Proposal proposal, String compact, Viewer viewer) {
        proposal.requireDecidableBy(viewer);
        var now = clock.instant();
        var signed = signature.require(compact, viewer, now);
        var going = going(outlook.hold(proposal.requests(), proposal.authority(), now));
        if (!signed.release().equals(expected(proposal, going, signed.release()))) {
            throw RetentionRefusal.CHANGED_MEANWHILE.refused();
        }
        var entry = destroying.enter(signed, now);
        proposals.approve(proposal, signed.jws(), entry, viewer);
        going.forEach(request -> destroying.destroy(request, proposal, now));
    }

    /** Those of a proposal that may go at this moment; something may have happened since it was made. */
    static List<UUID> going(List<Prospect> prospects) {
        return prospects.stream().filter(Prospect::mayGo).map(Prospect::request).toList();
    }

    /** What an officer must have signed; the time and the account are their own. */
    private static Release expected(Proposal proposal, List<UUID> going, Release signed) {
        if (going.isEmpty() || proposal.ground() == null) {
            throw RetentionRefusal.CHANGED_MEANWHILE.refused();
        }
        return new Release(
                proposal.id(),
                proposal.authority(),
                signed.account(),
                proposal.by(),
                proposal.ground(),
                going,
                signed.time());
    }

    /** What it does: the entry in the log, and then the copies. In the caller's transaction. */
    @Component
    static class Destroying {

        private final Holdings holdings;
        private final Deletions deletions;
        private final Custody custody;

        Destroying(Holdings holdings, Deletions deletions, Custody custody) {
            this.holdings = holdings;
            this.deletions = deletions;
            this.custody = custody;
        }

        UUID enter(ReleaseSignature.Signed signed, Instant now) {
            return custody.append(
                    signed.release().entryKind(),
                    signed.release().subject(),
                    signed.jws().digest(),
                    now);
        }

        void destroy(UUID request, Proposal proposal, Instant now) {
            holdings.giveUp(request, proposal.authority());
            deletions.add(request, proposal, now);
        }
    }
}

package org.enlace.retention;

import java.util.List;
import java.util.UUID;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two officers lift a hold: one proposes, another one approves. From then on the days of the request are counted anew. */
@Component
class Lifting {

    private final Holds holds;
    private final Proposals proposals;

    Lifting(Holds holds, Proposals proposals) {
        this.holds = holds;
        this.proposals = proposals;
    }

    /** @throws org.enlace.Refused when it was lifted, or somebody proposed it already */
    @Transactional
    public UUID propose(UUID hold, String authority, Viewer viewer) {
        var standing = holds.require(hold, authority);
        if (standing.lifting() != null) {
            throw RetentionRefusal.ALREADY_PROPOSED.refused();
        }
        return proposals.add(hold, null, standing.reference(), List.of(standing.request()), authority, viewer);
    }

    /** The hold that a proposal is about, while it stands. */
    @Nullable
    Hold hold(Proposal proposal) {
        return holds.of(proposal.authority()).stream()
                .filter(hold -> hold.id().equals(proposal.hold()))
                .findFirst()
                .orElse(null);
    }

    /** @throws org.enlace.Refused when it was decided, or this officer proposed it */
    @Transactional
    public void approve(Proposal proposal, Viewer viewer) {
        proposal.requireDecidableBy(viewer);
        proposals.decide(proposal, Proposal.Verdict.APPROVED, viewer);
    }
}

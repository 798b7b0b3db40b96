package org.enlace.retention;

import static org.enlace.ui.Answer.seeOther;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.ledger.Release;
import org.enlace.ui.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one officer proposes and another decides. */
@Controller
class ProposalController {

    private final Proposals proposals;
    private final Releasing releasing;
    private final Lifting lifting;
    private final RetentionReading reading;
    private final Officers officers;

    ProposalController(
            Proposals proposals, Releasing releasing, Lifting lifting, RetentionReading reading, Officers officers) {
        this.proposals = proposals;
        this.releasing = releasing;
        this.lifting = lifting;
        this.reading = reading;
        this.officers = officers;
    }

    @PostMapping("/retention/proposals")
    Answer propose(
            @RequestParam(defaultValue = "") List<UUID> requests,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reference,
            Viewer viewer) {
        var authority = officers.authority(viewer);
        var why = Arrays.stream(Release.Ground.values())
                .filter(each -> each.code().equals(ground))
                .findFirst()
                .orElseThrow(RetentionRefusal.UNKNOWN_GROUND::refused);
        var id = releasing.propose(requests, why, HoldController.reference(reference), authority, viewer);
        return seeOther("/retention/proposals/" + id);
    }

    @GetMapping("/retention/proposals/{id}")
    Answer show(@PathVariable UUID id, Viewer viewer) {
        var proposal = proposals.require(id, officers.authority(viewer));
        return reading.proposal(proposal, lifting.hold(proposal), viewer);
    }

    /** @param signed the release, where requests are given up */
    @PostMapping("/retention/proposals/{id}/approval")
    Answer approve(@PathVariable UUID id, @RequestParam(defaultValue = "") String signed, Viewer viewer) {
        var proposal = proposals.require(id, officers.authority(viewer));
        if (proposal.isLift()) {
            lifting.approve(proposal, viewer);
        } else {
            releasing.approve(proposal, signed, viewer);
        }
        return seeOther("/retention");
    }

    /** Refused by another, or taken back by whoever proposed it. */
    @PostMapping("/retention/proposals/{id}/refusal")
    Answer refuse(@PathVariable UUID id, Viewer viewer) {
        var proposal = proposals.require(id, officers.authority(viewer));
        proposals.decide(
                proposal, proposal.isBy(viewer) ? Proposal.Verdict.WITHDRAWN : Proposal.Verdict.REFUSED, viewer);
        return seeOther("/retention");
    }
}

package org.enlace.retention;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * A proposal, as any officer of the authority sees it.
 *
 * @param hold the one that is to be lifted, while it stands; null for requests
 * @param lines its requests as they are now; those that were given up are not in it
 * @param proposer the function of whoever proposed
 * @param decider of whoever decided, empty while it waits
 * @param mine whether the reader proposed it
 * @param zone the reader's
 */
record ProposalPage(
        Proposal proposal,
        @Nullable Hold hold,
        List<Line> lines,
        String proposer,
        String decider,
        boolean mine,
        ZoneId zone)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say(proposal.isLift() ? "proposal.lift" : "proposal.release");
    }

    /** Approving a release is signed. */
    @Override
    public boolean needsKey() {
        return mayDecide() && !proposal.isLift();
    }

    boolean mayDecide() {
        return proposal.isWaiting() && !mine;
    }

    List<Line> going() {
        return lines.stream().filter(line -> line.prospect().mayGo()).toList();
    }

    List<Line> staying() {
        return lines.stream().filter(line -> !line.prospect().mayGo()).toList();
    }

    /** What the officer signs, as the browser takes it. */
    String ids() {
        return going().stream().map(line -> line.id().toString()).collect(Collectors.joining(" "));
    }

    String day(Instant at, Words words) {
        return words.date(at.atZone(zone).toLocalDate());
    }

    String path() {
        return "/retention/proposals/" + proposal.id();
    }
}

package org.enlace.retention;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.Viewer;
import org.springframework.stereotype.Component;

/** Makes the pages of the room for a reader, who is an officer of this authority. */
@Component
class RetentionReading {

    private final Outlook outlook;
    private final Choices choices;
    private final Proposals proposals;
    private final Deletions deletions;
    private final Names names;

    RetentionReading(Outlook outlook, Choices choices, Proposals proposals, Deletions deletions, Names names) {
        this.outlook = outlook;
        this.choices = choices;
        this.proposals = proposals;
        this.deletions = deletions;
        this.names = names;
    }

    /** What codes and accounts are called, and what time it is. */
    @Component
    record Names(Labels labels, Officers officers, Clock clock) {}

    RetentionPage page(String authority, Viewer viewer) {
        var language = viewer.language();
        Map<Prospect.Verdict, List<Line>> lines = prospects(authority).stream()
                .map(prospect -> Line.of(prospect, names.labels, viewer.zone(), language))
                .collect(Collectors.groupingBy(line -> line.prospect().verdict()));
        return new RetentionPage(
                choices.of(authority).values().stream()
                        .sorted(Comparator.comparing(Choice::kind))
                        .map(choice -> choiceLine(choice, viewer))
                        .toList(),
                names.labels.kinds(language),
                proposals.waiting(authority).stream()
                        .map(each -> new RetentionPage.ProposalLine(each, names.officers.function(each.by())))
                        .toList(),
                lines,
                deletions.of(authority),
                viewer.zone());
    }

    List<Prospect> prospects(String authority) {
        return outlook.of(authority, names.clock.instant());
    }

    ProposalPage proposal(Proposal proposal, @org.jspecify.annotations.Nullable Hold hold, Viewer viewer) {
        var lines = outlook.of(proposal.requests(), proposal.authority(), names.clock.instant()).stream()
                .map(prospect -> Line.of(prospect, names.labels, viewer.zone(), viewer.language()))
                .toList();
        var decision = proposal.decision();
        return new ProposalPage(
                proposal,
                hold,
                lines,
                names.officers.function(proposal.by()),
                decision == null ? "" : names.officers.function(decision.by()),
                proposal.isBy(viewer),
                viewer.zone());
    }

    KeptPart kept(UUID request, List<Hold> holds, String authority, Viewer viewer) {
        var line = outlook.of(List.of(request), authority, names.clock.instant()).stream()
                .map(prospect -> Line.of(prospect, names.labels, viewer.zone(), viewer.language()))
                .findFirst()
                .orElse(null);
        return new KeptPart(
                request,
                line,
                holds.stream()
                        .filter(hold -> hold.request().equals(request))
                        .map(hold -> new KeptPart.HoldLine(hold, names.officers.function(hold.by())))
                        .toList(),
                deletions.of(request, authority),
                viewer.zone());
    }

    private RetentionPage.ChoiceLine choiceLine(Choice choice, Viewer viewer) {
        var kind = choice.kind().equals(Choice.ALL_KINDS) ? "" : names.labels.kind(choice.kind(), viewer.language());
        return new RetentionPage.ChoiceLine(choice, kind, names.officers.function(choice.account()));
    }
}

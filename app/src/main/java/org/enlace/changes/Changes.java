package org.enlace.changes;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** The changes to shared facts: proposed by one person, decided by another. Whoever may not propose a change to a fact finds none of it. */
@Component
public class Changes {

    private final ChangeRows rows;
    private final ScanRows scans;
    private final Map<String, Matter> matters;
    private final Clock clock;

    Changes(ChangeRows rows, ScanRows scans, List<Matter> matters, Clock clock) {
        this.rows = rows;
        this.scans = scans;
        this.matters = matters.stream().collect(Collectors.toUnmodifiableMap(Matter::kind, Function.identity()));
        this.clock = clock;
    }

    /**
     * Proposes that a fact shall be so, or (null) shall no longer be.
     *
     * @param due by when it is to be settled, or null
     * @throws Refused absent to whoever may not propose; when nothing would change, or the source is missing
     */
    @Transactional
    public Change propose(
            String kind,
            String subject,
            StateCode state,
            @Nullable JsonNode after,
            Change.Grounds grounds,
            @Nullable LocalDate due,
            Viewer viewer) {
        var matter = matter(kind);
        if (!matter.mayPropose(viewer, state)) {
            throw Refused.absent();
        }
        var before = matter.current(subject).orElse(null);
        if (Objects.equals(before, after)) {
            throw ChangesRefusal.NOTHING_CHANGES.refused();
        }
        if (grounds.source().isBlank()) {
            throw ChangesRefusal.SOURCE_MISSING.refused();
        }
        var change = new Change(
                Generators.timeBasedEpochRandomGenerator().generate(),
                kind,
                subject,
                state,
                before,
                after,
                grounds,
                due,
                Change.Person.of(viewer),
                clock.instant(),
                null);
        rows.add(change);
        return change;
    }

    /** @throws Refused absent, when there is none or the viewer may not see it */
    public Change require(UUID id, Viewer viewer) {
        return rows.find(id).filter(change -> isSeenBy(change, viewer)).orElseThrow(Refused::absent);
    }

    /** What waits and what was decided about one fact, newest first, for whoever may change it. */
    public List<Change> of(String kind, String subject, Viewer viewer) {
        return seen(rows.of(kind, subject), viewer);
    }

    /** What waits for a decision, what is due first; the viewer's own among it. */
    public List<Change> waiting(Viewer viewer) {
        return seen(rows.waiting(), viewer);
    }

    /** What was decided lately, newest first. */
    List<Change> decided(Viewer viewer) {
        return seen(rows.decided(), viewer);
    }

    /**
     * Lets the change hold, in one transaction with whatever the fact's room does.
     *
     * @param seen the scans that were on the page, as {@link ScanRows#seen} says them: nobody approves what they have not seen
     */
    @Transactional
    public Change approve(UUID id, String seen, Viewer viewer) {
        var change = requireToDecide(id, viewer);
        var matter = matter(change.kind());
        rows.lock(change.kind(), change.subject());
        if (!scans.seen(id).equals(seen)) {
            throw ScanRefusal.SCANS_CHANGED.refused();
        }
        if (!Objects.equals(matter.current(change.subject()).orElse(null), change.before())) {
            throw ChangesRefusal.CHANGED_MEANWHILE.refused();
        }
        var approved = decide(change, Change.Verdict.APPROVED, "", viewer);
        matter.apply(approved);
        return approved;
    }

    @Transactional
    public Change refuse(UUID id, String reason, Viewer viewer) {
        requireReason(reason);
        return decide(requireToDecide(id, viewer), Change.Verdict.REFUSED, reason, viewer);
    }

    /** Taken back by whoever proposed it. */
    @Transactional
    public Change withdraw(UUID id, Viewer viewer) {
        var change = requireWaiting(id, viewer);
        if (!change.isBy(viewer)) {
            throw Refused.absent();
        }
        return decide(change, Change.Verdict.WITHDRAWN, "", viewer);
    }

    /** Proposes that the fact shall be again what it was before an approved change: a further change, to be approved like any other. */
    @Transactional
    public Change undo(UUID id, String reason, Viewer viewer) {
        requireReason(reason);
        var change = require(id, viewer);
        if (change.verdict().filter(Change.Verdict.APPROVED::equals).isEmpty()) {
            throw ChangesRefusal.ALREADY_DECIDED.refused();
        }
        var grounds = new Change.Grounds(Change.Way.UNDO, reason, "", "");
        return propose(change.kind(), change.subject(), change.state(), change.before(), grounds, null, viewer);
    }

    /** A change of the viewer's own that waits. Until the transaction ends nobody decides on it. */
    Change holdOwn(UUID id, Viewer viewer) {
        var change = require(id, viewer);
        if (!change.isBy(viewer)) {
            throw ScanRefusal.NOT_YOURS.refused();
        }
        rows.lock(change.kind(), change.subject());
        return requireWaiting(id, viewer);
    }

    Matter matter(String kind) {
        return Optional.ofNullable(matters.get(kind)).orElseThrow(Refused::absent);
    }

    boolean mayDecide(Change change, Viewer viewer) {
        return change.isWaiting()
                && !change.isBy(viewer)
                && matter(change.kind()).mayDecide(viewer, change.state());
    }

    private List<Change> seen(List<Change> changes, Viewer viewer) {
        return changes.stream().filter(change -> isSeenBy(change, viewer)).toList();
    }

    private boolean isSeenBy(Change change, Viewer viewer) {
        var matter = matter(change.kind());
        return matter.mayPropose(viewer, change.state()) || matter.mayDecide(viewer, change.state());
    }

    private Change requireWaiting(UUID id, Viewer viewer) {
        var change = require(id, viewer);
        if (!change.isWaiting()) {
            throw ChangesRefusal.ALREADY_DECIDED.refused();
        }
        return change;
    }

    private Change requireToDecide(UUID id, Viewer viewer) {
        var change = requireWaiting(id, viewer);
        if (change.isBy(viewer)) {
            throw ChangesRefusal.SAME_PERSON.refused();
        }
        if (!matter(change.kind()).mayDecide(viewer, change.state())) {
            throw Refused.absent();
        }
        return change;
    }

    private Change decide(Change change, Change.Verdict verdict, String reason, Viewer viewer) {
        rows.lock(change.kind(), change.subject());
        var decision = new Change.Decision(verdict, Change.Person.of(viewer), reason.strip(), clock.instant());
        if (!rows.decide(change, decision)) {
            throw ChangesRefusal.ALREADY_DECIDED.refused();
        }
        return rows.find(change.id()).orElseThrow();
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw ChangesRefusal.REASON_MISSING.refused();
        }
    }
}

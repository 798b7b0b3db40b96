package org.enlace.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.Viewer;
import org.enlace.clocks.Periods;
import org.enlace.clocks.Stop;
import org.enlace.directory.Authorities;
import org.enlace.exchange.Deadline.Pause;
import org.enlace.exchange.Deadline.Why;
import org.enlace.forms.ClockRule;
import org.enlace.ledger.Decline;
import org.enlace.ledger.Execute;
import org.enlace.ledger.RefuseConditions;
import org.enlace.ledger.Result;
import org.enlace.procedure.Called;
import org.enlace.procedure.Enquiry;
import org.enlace.procedure.Fact;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Request;
import org.enlace.procedure.Stage;
import org.enlace.procedure.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The periods of a request's profile as they run: from which act, until when, and where they stood still. All of it follows from the acts. */
@Component
public class Deadlines implements Turns {

    private final Terms terms;
    private final Periods periods;
    private final Authorities authorities;

    Deadlines(Terms terms, Periods periods, Authorities authorities) {
        this.terms = terms;
        this.periods = periods;
        this.authorities = authorities;
    }

    @Override
    public @Nullable Turn of(Request request, Instant now) {
        var ends = new Turn.Ends(inCharge(request), bound(request), progressDue(request), others(request));
        return Turn.of(request, ends, terms.targets().warnBefore(), now);
    }

    @Override
    public @Nullable Instant progressDue(Request request) {
        return first(request, Deadlines::isEnquiry);
    }

    @Override
    public @Nullable Instant receiveDue(Request request) {
        return request.standing().results().undecided().isEmpty()
                ? null
                : others(request).get(Turn.Task.RECEIVE);
    }

    /** Those that have begun, in the order of the profile. A draft shared for comment has none. */
    public List<Deadline> begun(Request request) {
        return running(request)
                .flatMap(rule -> begin(rule, request).map(from -> laid(rule, request, from)).stream())
                .toList();
    }

    /** By when somebody should take it in charge: the whole time again after a transfer, and after an answer to whoever asked first. */
    private @Nullable Instant inCharge(Request request) {
        return first(request, Deadlines::isInCharge);
    }

    private @Nullable Instant first(Request request, Predicate<ClockRule> which) {
        return running(request)
                .filter(which)
                .findFirst()
                .flatMap(rule -> begin(rule, request).map(from -> laid(rule, request, from)))
                .map(Deadline::due)
                .orElse(null);
    }

    /** By when what the other side waits for should be done, where that is not what was asked for in the first place. */
    private Map<Turn.Task, Instant> others(Request request) {
        var ends = new EnumMap<Turn.Task, Instant>(Turn.Task.class);
        running(request).forEach(rule -> {
            var task = awaited(rule);
            var due = task == null
                    ? null
                    : begin(rule, request)
                            .map(from -> laid(rule, request, from).due())
                            .orElse(null);
            if (due != null) {
                ends.put(task, due);
            }
        });
        return ends;
    }

    /** What one side waits for since the other did something: null for the periods of what was asked for itself. */
    private static Turn.@Nullable Task awaited(ClockRule rule) {
        var requesting = rule.side() == ClockRule.Side.REQUESTING;
        return switch (Kind.of(rule.starts())) {
            case RESULT -> rule.task().equals(Kind.RECEIVE.code()) ? Turn.Task.RECEIVE : null;
            case ASK_DESTRUCTION -> Turn.Task.DESTROY;
            case DECLINE -> requesting ? Turn.Task.DECIDE : null;
            case REFUSE_CONDITIONS -> requesting ? Turn.Task.SEND_AGAIN : Turn.Task.GIVE_AGAIN;
            default -> null;
        };
    }

    /** The end of the first period that runs for the requested side, besides taking in charge and what the requesting side waits for since. */
    private @Nullable Instant bound(Request request) {
        return running(request)
                .filter(rule -> !isInCharge(rule) && !isEnquiry(rule) && awaited(rule) == null)
                .filter(rule -> rule.side() == ClockRule.Side.REQUESTED)
                .flatMap(rule -> begin(rule, request).map(from -> laid(rule, request, from)).stream())
                .filter(Deadline::isRunning)
                .map(Deadline::due)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Stream<ClockRule> running(Request request) {
        return request.standing().stage() == Stage.COMMENTING
                ? Stream.of()
                : terms.form(request).clocks().stream()
                        // a floor is no deadline: it is what the act that reports preservation guarantees
                        .filter(rule -> rule.kind() != ClockRule.Kind.FLOOR && isFor(rule, request));
    }

    private static Optional<Instant> begin(ClockRule rule, Request request) {
        if (isEnquiry(rule)) {
            return Enquiry.open(request).map(fact -> Called.reckoned(request, fact));
        }
        return isInCharge(rule)
                ? Optional.of(since(request))
                : request.facts().stream()
                        .filter(fact -> begins(rule, fact))
                        .map(fact -> Called.reckoned(request, fact))
                        .reduce((first, last) -> last);
    }

    /** A refusal that leaves nothing to be decided begins nothing, and each side has its own time to say something about conditions that it set. */
    private static boolean begins(ClockRule rule, Fact fact) {
        if (!fact.kind().code().equals(rule.starts())) {
            return false;
        }
        return switch (fact.act().coded()) {
            case Decline decline -> decline.isNotice();
            case RefuseConditions refused -> (refused.result() == null) == (rule.side() == ClockRule.Side.REQUESTING);
            default -> true;
        };
    }

    /** What travelled as a file is known from the call that announced it, where both sides say the same of it. */
    private static Instant since(Request request) {
        var since = request.standing().since();
        return since.equals(request.sentAt()) ? Called.agreed(request).orElse(since) : since;
    }

    private Deadline laid(ClockRule rule, Request request, Instant from) {
        var met = met(rule, request, from);
        var duty = rule.side() == ClockRule.Side.REQUESTING ? request.requesting() : request.requested();
        var pauses = pauses(rule, request, from, met);
        var stops = pauses.stream()
                .map(pause -> new Stop(pause.from(), pause.until()))
                .toList();
        return new Deadline(rule, from, periods.due(rule, from, stops, place(rule, duty)), met, pauses);
    }

    /** What is waited for because conditions were refused does not stand still for that. */
    private static List<Pause> pauses(ClockRule rule, Request request, Instant from, @Nullable Instant met) {
        var pauses = new ArrayList<Pause>();
        if (!rule.starts().equals(Kind.REFUSE_CONDITIONS.code())) {
            pauses.addAll(refused(request, from, met));
        }
        if (!isInCharge(rule) && awaited(rule) == null) {
            pauses.addAll(stops(request, from, met));
        }
        pauses.sort(Comparator.comparing(Pause::from));
        return pauses;
    }

    /** The hours and days of the office are looked up where they count. */
    private Periods.Place place(ClockRule rule, Request.Party duty) {
        var everywhere = new Periods.Place(duty.state(), duty.zone());
        if (rule.days() != ClockRule.Days.WORKING) {
            return everywhere;
        }
        return authorities
                .find(duty.authority(), Viewer.anyone(Language.EN))
                .map(authority -> {
                    var hours = authority.reach().hours();
                    return new Periods.Place(
                            duty.state(),
                            authority.id(),
                            duty.zone(),
                            authority.reach().alwaysOpen(),
                            hours == null ? Periods.END_OF_WORK : hours.closes());
                })
                .orElse(everywhere);
    }

    private static @Nullable Instant met(ClockRule rule, Request request, Instant from) {
        return request.facts().stream()
                .filter(fact -> fact.kind() != Kind.SEND && fact.at().isAfter(from))
                .filter(fact -> rule.stops().contains(fact.kind().code()) && meets(rule, fact))
                .map(fact -> Called.reckoned(request, fact))
                .findFirst()
                .orElse(null);
    }

    /** A part is no more than a beginning where the whole is due; where a decision or news is due it is one. A notice leaves the decision to the other side. */
    private static boolean meets(ClockRule rule, Fact fact) {
        var whole = rule.task().equals(Kind.RESULT.code()) || rule.task().equals(Kind.EXECUTE.code());
        return switch (fact.act().coded()) {
            case Result result -> result.complete() || !whole;
            case Execute executed -> executed.full() || !whole;
            case Decline decline ->
                !decline.isNotice() && (decline.whole() || rule.task().equals(Kind.PROGRESS.code()));
            default -> true;
        };
    }

    /** While the conditions of the request cannot be accepted and it is not opened all the same, or by another authority. */
    private static List<Pause> refused(Request request, Instant from, @Nullable Instant met) {
        var stops = new ArrayList<Pause>();
        Instant refused = null;
        for (var fact : request.facts()) {
            var at = Called.reckoned(request, fact);
            if (at.isBefore(from) || (met != null && at.isAfter(met))) {
                continue;
            }
            if (fact.act().coded() instanceof RefuseConditions conditions && conditions.result() == null) {
                refused = at;
            } else if (fact.kind() == Kind.OPEN || fact.kind() == Kind.TRANSFER) {
                refused = close(stops, Why.CONDITIONS, refused, at);
            }
        }
        if (refused != null) {
            stops.add(new Pause(Why.CONDITIONS, refused, met));
        }
        return stops;
    }

    /**
     * From a question, or a notice that leaves the decision to the other side, to its answer; from a postponement to what ends it: going on with execution, or another
     * authority that begins anew. News are not going on. What ended with the period is cut off there.
     */
    private static List<Pause> stops(Request request, Instant from, @Nullable Instant met) {
        var stops = new ArrayList<Pause>();
        Instant asked = null;
        Instant postponed = null;
        for (var fact : request.facts()) {
            var at = Called.reckoned(request, fact);
            if (at.isBefore(from) || (met != null && at.isAfter(met))) {
                continue;
            }
            switch (fact.kind()) {
                case ASK -> asked = asked == null ? at : asked;
                case DECLINE -> asked = asked == null && isNotice(fact) ? at : asked;
                case POSTPONE -> postponed = postponed == null ? at : postponed;
                case ANSWER -> asked = close(stops, Why.ASKED, asked, at);
                case ACCEPT, EXECUTE, RESULT, PRESERVE, TRANSFER ->
                    postponed = close(stops, Why.POSTPONED, postponed, at);
                default -> {}
            }
        }
        if (asked != null) {
            stops.add(new Pause(Why.ASKED, asked, met));
        }
        if (postponed != null) {
            stops.add(new Pause(Why.POSTPONED, postponed, met));
        }
        return stops;
    }

    private static @Nullable Instant close(List<Pause> stops, Why why, @Nullable Instant from, Instant until) {
        if (from != null) {
            stops.add(new Pause(why, from, until));
        }
        return null;
    }

    private static boolean isNotice(Fact fact) {
        return fact.act().coded() instanceof Decline decline && decline.isNotice();
    }

    private static boolean isInCharge(ClockRule rule) {
        return rule.task().equals(Kind.TAKE_IN_CHARGE.code());
    }

    private static boolean isEnquiry(ClockRule rule) {
        return rule.starts().equals(Kind.ENQUIRE.code());
    }

    private static boolean isFor(ClockRule rule, Request request) {
        var urgency = request.sending().urgent() ? ClockRule.Urgency.URGENT : ClockRule.Urgency.ORDINARY;
        return (rule.urgency() == null || rule.urgency() == urgency)
                && (rule.instrument() == null
                        || rule.instrument().equals(request.sending().instrument()));
    }
}

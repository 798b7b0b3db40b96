package org.enlace.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.Viewer;
import org.enlace.clocks.Periods;
import org.enlace.clocks.Stop;
import org.enlace.directory.Authorities;
import org.enlace.forms.ClockRule;
import org.enlace.ledger.Decline;
import org.enlace.ledger.Execute;
import org.enlace.ledger.RefuseConditions;
import org.enlace.ledger.Result;
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
        var ends = new Turn.Ends(inCharge(request), bound(request), progressDue(request));
        return Turn.of(request, ends, terms.targets().warnBefore(), now);
    }

    @Override
    public @Nullable Instant progressDue(Request request) {
        return first(request, Deadlines::isEnquiry);
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

    /** The end of the first period that runs for the requested side, besides taking in charge and what a question about progress sets. */
    private @Nullable Instant bound(Request request) {
        return running(request)
                .filter(rule -> !isInCharge(rule) && !isEnquiry(rule) && rule.side() == ClockRule.Side.REQUESTED)
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
                        .filter(fact -> fact.kind().code().equals(rule.starts()))
                        .map(fact -> Called.reckoned(request, fact))
                        .reduce((first, last) -> last);
    }

    /** What travelled as a file is known from the call that announced it, where both sides say the same of it. */
    private static Instant since(Request request) {
        var since = request.standing().since();
        return since.equals(request.sentAt()) ? Called.agreed(request).orElse(since) : since;
    }

    private Deadline laid(ClockRule rule, Request request, Instant from) {
        var met = met(rule, request, from);
        var duty = rule.side() == ClockRule.Side.REQUESTING ? request.requesting() : request.requested();
        var stops = new ArrayList<>(refused(request, from, met));
        if (!isInCharge(rule)) {
            stops.addAll(stops(request, from, met));
        }
        return new Deadline(rule, from, periods.due(rule, from, stops, place(rule, duty)), met);
    }

    /** The hours of the office are looked up where they count. */
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
    private static List<Stop> refused(Request request, Instant from, @Nullable Instant met) {
        var stops = new ArrayList<Stop>();
        Instant refused = null;
        for (var fact : request.facts()) {
            var at = Called.reckoned(request, fact);
            if (at.isBefore(from) || (met != null && at.isAfter(met))) {
                continue;
            }
            if (fact.act().coded() instanceof RefuseConditions conditions && conditions.result() == null) {
                refused = at;
            } else if (fact.kind() == Kind.OPEN || fact.kind() == Kind.TRANSFER) {
                refused = close(stops, refused, at);
            }
        }
        if (refused != null) {
            stops.add(new Stop(refused, met));
        }
        return stops;
    }

    /**
     * From a question, or a notice that leaves the decision to the other side, to its answer; from a postponement to what ends it: going on with execution, or another
     * authority that begins anew. News are not going on. What ended with the period is cut off there.
     */
    private static List<Stop> stops(Request request, Instant from, @Nullable Instant met) {
        var stops = new ArrayList<Stop>();
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
                case ANSWER -> asked = close(stops, asked, at);
                case ACCEPT, EXECUTE, RESULT, PRESERVE, TRANSFER -> postponed = close(stops, postponed, at);
                default -> {}
            }
        }
        for (var open : new Instant[] {asked, postponed}) {
            if (open != null) {
                stops.add(new Stop(open, met));
            }
        }
        return stops;
    }

    private static @Nullable Instant close(List<Stop> stops, @Nullable Instant from, Instant until) {
        if (from != null) {
            stops.add(new Stop(from, until));
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

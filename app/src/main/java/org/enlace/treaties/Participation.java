package org.enlace.treaties;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.enlace.StateCode;
import org.enlace.states.FactDate;
import org.jspecify.annotations.Nullable;

/**
 * What a state is under an instrument on one day, derived from its dated acts and from observations.
 *
 * @param act the act it follows from; for {@link Kind#NOT_YET} the later one
 * @param provisional by which it applies the instrument although it is not party, or null
 * @param observation the observation it follows from; for {@link Kind#SEEN_LATER} the later one
 * @param force since when the instrument is in force for the state; null unless it is party
 */
public record Participation(
        Instrument instrument,
        StateCode state,
        LocalDate on,
        Kind kind,
        @Nullable TreatyAction act,
        @Nullable TreatyAction provisional,
        @Nullable Observation observation,
        @Nullable Force force) {

    /** Derives it. The acts and observations may be those of other states and instruments too. */
    static Participation of(
            Instrument instrument,
            StateCode state,
            LocalDate on,
            List<TreatyAction> actions,
            List<Observation> observations) {
        var acts = actions.stream()
                .filter(act ->
                        act.instrument().equals(instrument.id()) && act.state().equals(state))
                .sorted(Comparator.comparing(act -> act.date().last()))
                .toList();
        var seen = observations.stream()
                .filter(one ->
                        one.instrument().equals(instrument.id()) && one.state().equals(state))
                .sorted(Comparator.comparing(one -> one.seen().last()))
                .toList();
        return new Derivation(instrument, state, on, acts, seen).participation();
    }

    public boolean isParty() {
        return kind == Kind.PARTY || kind == Kind.PARTY_SEEN;
    }

    public boolean isSignatory() {
        return kind == Kind.SIGNATORY || kind == Kind.SIGNATORY_SEEN;
    }

    /** Whether the instrument is in force for the state on the day. */
    public Bound bound() {
        return switch (kind) {
            case PARTY, PARTY_SEEN -> force == null ? Bound.NOT_ESTABLISHED : force.on(on);
            // It applies the instrument without being party: what that means to the other side, only the two can say.
            case PROVISIONAL -> Bound.NOT_ESTABLISHED;
            case LEFT -> Bound.NO;
            // A month counts from its last day, but within it nobody can say no either.
            case NOT_YET ->
                act != null && act.act().binds() ? Force.of(instrument, act).on(on) : Bound.NO;
            case SIGNATORY, SIGNATORY_SEEN, NOT_SIGNATORY_SEEN, APPROVED_AT_HOME, SEEN_LATER, NOT_SEEN ->
                instrument.inForce() == Instrument.InForce.NO ? Bound.NO : Bound.NOT_ESTABLISHED;
        };
    }

    /** The date of the act or observation it follows from, if any. */
    public Optional<FactDate> date() {
        if (act != null) {
            return Optional.of(act.date());
        }
        return Optional.ofNullable(observation).map(Observation::seen);
    }

    /** The id of the source it rests on, if any. */
    public Optional<String> source() {
        if (act != null) {
            return Optional.of(act.source());
        }
        return Optional.ofNullable(observation).map(Observation::source);
    }

    /** What a state is; the sentences are {@code participation.<NAME>}. */
    public enum Kind {
        /** By a dated binding act. */
        PARTY,
        /** A source showed it as party; since when is not known. */
        PARTY_SEEN,
        LEFT,
        /** Neither party nor signatory that we know, but applying it provisionally. */
        PROVISIONAL,
        SIGNATORY,
        SIGNATORY_SEEN,
        APPROVED_AT_HOME,
        NOT_SIGNATORY_SEEN,
        /** Nothing recorded up to that day, but a dated act later. */
        NOT_YET,
        /** Nothing recorded up to that day, but seen later in some position. */
        SEEN_LATER,
        /** Nothing recorded at all. */
        NOT_SEEN
    }

    /** Acts and observations of one state under one instrument, oldest first. */
    private record Derivation(
            Instrument instrument,
            StateCode state,
            LocalDate on,
            List<TreatyAction> acts,
            List<Observation> observations) {

        Participation participation() {
            var binding = last(act -> act.act().binds());
            var left = last(act -> act.act() == TreatyAction.Act.DENUNCIATION);
            if (left.isPresent() && binding.stream().noneMatch(act -> after(act, left.get()))) {
                return provisional()
                        .filter(act -> after(act, left.get()))
                        .map(act -> by(Kind.PROVISIONAL, act, null))
                        .orElseGet(() -> by(Kind.LEFT, left.get(), null));
            }
            if (binding.isPresent()) {
                var act = binding.get();
                return by(Kind.PARTY, act, Force.of(instrument, act));
            }
            var party = seen(Observation.Position.PARTY);
            if (party.isPresent()) {
                return by(
                        Kind.PARTY_SEEN,
                        party.get(),
                        Force.ofPartySeen(instrument, party.get().seen()));
            }
            return notParty();
        }

        private Participation notParty() {
            var signed = last(act -> act.act() == TreatyAction.Act.SIGNATURE);
            if (signed.isPresent()) {
                return by(Kind.SIGNATORY, signed.get(), null);
            }
            var provisional = provisional();
            if (provisional.isPresent()) {
                return by(Kind.PROVISIONAL, provisional.get(), null);
            }
            return seen(Observation.Position.SIGNATORY)
                    .map(one -> by(Kind.SIGNATORY_SEEN, one, null))
                    .or(() -> seen(Observation.Position.APPROVED_DOMESTICALLY)
                            .map(one -> by(Kind.APPROVED_AT_HOME, one, null)))
                    .or(() ->
                            seen(Observation.Position.NOT_SIGNATORY).map(one -> by(Kind.NOT_SIGNATORY_SEEN, one, null)))
                    .orElseGet(this::nothingYet);
        }

        private Participation nothingYet() {
            var later = acts.stream().filter(act -> !act.date().countsOn(on)).findFirst();
            if (later.isPresent()) {
                return by(Kind.NOT_YET, later.get(), null);
            }
            return observations.isEmpty()
                    ? new Participation(instrument, state, on, Kind.NOT_SEEN, null, null, null, null)
                    : by(Kind.SEEN_LATER, observations.getFirst(), null);
        }

        /** Applied provisionally, and that did not end. */
        private Optional<TreatyAction> provisional() {
            var ended = last(act -> act.act() == TreatyAction.Act.END_OF_PROVISIONAL_APPLICATION);
            return last(act -> act.act() == TreatyAction.Act.PROVISIONAL_APPLICATION)
                    .filter(act -> ended.stream().noneMatch(end -> after(end, act)));
        }

        private Optional<TreatyAction> last(Predicate<TreatyAction> which) {
            return acts.stream()
                    .filter(act -> act.date().countsOn(on))
                    .filter(which)
                    .reduce((earlier, later) -> later);
        }

        /** The first time it was seen so: the earlier, the more follows from it. */
        private Optional<Observation> seen(Observation.Position position) {
            return observations.stream()
                    .filter(one -> one.position() == position && one.seen().countsOn(on))
                    .findFirst();
        }

        private static boolean after(TreatyAction act, TreatyAction other) {
            return act.date().last().isAfter(other.date().last());
        }

        private Participation by(Kind kind, TreatyAction act, @Nullable Force force) {
            var applied = kind == Kind.SIGNATORY ? provisional().orElse(null) : null;
            return new Participation(instrument, state, on, kind, act, applied, null, force);
        }

        private Participation by(Kind kind, Observation observation, @Nullable Force force) {
            return new Participation(instrument, state, on, kind, null, null, observation, force);
        }
    }
}

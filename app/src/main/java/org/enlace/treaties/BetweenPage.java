package org.enlace.treaties;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.enlace.Language;
import org.enlace.states.State;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * What binds two states on a day, and what either declared.
 *
 * @param pair null until two states are chosen
 */
record BetweenPage(
        List<State> states,
        LocalDate on,
        String one,
        String other,
        @Nullable Pair pair) implements Page {

    List<Option> options(Language language) {
        return states.stream()
                .map(state -> Option.of(state.code().iso3(), state.name(language)))
                .toList();
    }

    @Override
    public String title(Words words) {
        var both = pair;
        return both == null
                ? words.say("between.title")
                : both.one().name(words.language()) + " – " + both.other().name(words.language());
    }

    @Override
    public LocalDate asOf() {
        return on;
    }

    record Pair(State one, State other, List<Between> relations) {

        /** What certainly binds first, what certainly does not last. */
        List<Between> inOrder() {
            return relations.stream()
                    .filter(between -> between.relation().bound() != Bound.NO || between.isSomething())
                    .sorted(Comparator.comparingInt(
                            between -> order(between.relation().bound())))
                    .toList();
        }

        long binding() {
            return relations.stream()
                    .filter(between -> between.relation().bound() == Bound.YES)
                    .count();
        }

        private static int order(Bound bound) {
            return switch (bound) {
                case YES -> 0;
                case NOT_ESTABLISHED -> 1;
                case NO -> 2;
            };
        }
    }

    /** An instrument between the two, with what either declared under it. */
    record Between(Relation relation, List<Statement> declarations) {

        boolean isSomething() {
            return relation.one().kind() != Participation.Kind.NOT_SEEN
                    || relation.other().kind() != Participation.Kind.NOT_SEEN;
        }

        /** The class of the tag that says it. */
        String look() {
            return switch (relation.bound()) {
                case YES -> "done";
                case NOT_ESTABLISHED -> "unverified";
                case NO -> "plain";
            };
        }
    }
}

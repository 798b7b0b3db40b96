package org.enlace.procedure;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.Conditions;
import org.enlace.ledger.GrantUse;
import org.jspecify.annotations.Nullable;

/**
 * The results that were given, by the acts that brought them, each with its conditions; and what the requesting side asked to do with them.
 *
 * @param waiting not received yet: nobody on the requesting side can read them
 * @param received those whose conditions were accepted
 * @param dissents of those that wait the ones whose conditions the requesting side cannot accept
 * @param asked the use that is asked for, or null when no such question is open
 * @param granted for what leave was given, wholly, in part or under conditions
 */
public record Given(
        Map<UUID, Conditions> waiting,
        Map<UUID, Conditions> received,
        Map<UUID, Dissent> dissents,
        @Nullable Question asked,
        Set<AskUse.Use> granted) {

    static final Given NONE = new Given(Map.of(), Map.of(), Map.of(), null, Set.of());

    /**
     * A use that is asked for.
     *
     * @param act the act that asks
     * @param due until when a decision is asked for, in days of the requested authority
     */
    public record Question(UUID act, AskUse.Use use, LocalDate due) {}

    /** Of those that wait, the ones of which the requesting side has said nothing yet. */
    public Set<UUID> undecided() {
        return waiting.keySet().stream()
                .filter(act -> !dissents.containsKey(act))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those whose conditions cannot be accepted, and of which whoever gave them has said nothing since. */
    Set<UUID> disputed() {
        return dissents.keySet().stream()
                .filter(act -> dissents.get(act) == Dissent.OPEN)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the conditions of all that waits were refused: only then is something given again. */
    boolean isRefused() {
        return !dissents.isEmpty() && undecided().isEmpty();
    }

    boolean isAny() {
        return !waiting.isEmpty() || !received.isEmpty();
    }

    /** Whether nobody waits for a word about any of them. */
    boolean isSettled() {
        return undecided().isEmpty() && disputed().isEmpty();
    }

    /** @param again whether it is given in place of those that were refused, and answers them */
    Given given(UUID act, Conditions conditions, boolean again) {
        var answered = new LinkedHashMap<>(dissents);
        if (again) {
            answered.replaceAll((result, dissent) -> Dissent.ANSWERED);
        }
        return new Given(with(waiting, act, conditions), received, answered, asked, granted);
    }

    Given received(UUID act) {
        var left = new LinkedHashMap<>(waiting);
        var conditions = left.remove(act);
        if (conditions == null) {
            return this;
        }
        var others = new LinkedHashMap<>(dissents);
        others.remove(act);
        return new Given(left, with(received, act, conditions), others, asked, granted);
    }

    Given refused(UUID act) {
        return new Given(waiting, received, with(dissents, act, Dissent.OPEN), asked, granted);
    }

    Given upheld(UUID act) {
        return new Given(waiting, received, with(dissents, act, Dissent.ANSWERED), asked, granted);
    }

    Given asked(UUID act, AskUse use) {
        return new Given(waiting, received, dissents, new Question(act, use.use(), use.due()), granted);
    }

    Given decided(GrantUse.Decision decision) {
        var all = EnumSet.noneOf(AskUse.Use.class);
        all.addAll(granted);
        if (asked != null && decision != GrantUse.Decision.REFUSED) {
            all.add(asked.use());
        }
        return new Given(waiting, received, dissents, null, all);
    }

    private static <T> Map<UUID, T> with(Map<UUID, T> map, UUID act, T what) {
        var more = new LinkedHashMap<>(map);
        more.put(act, what);
        return more;
    }
}

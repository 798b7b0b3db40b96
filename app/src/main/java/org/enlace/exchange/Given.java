package org.enlace.exchange;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.Conditions;
import org.enlace.ledger.GrantUse;
import org.jspecify.annotations.Nullable;

/**
 * The results that were given, by the acts that brought them, each with its conditions; and what the requesting side asked to do with them.
 *
 * @param waiting not received yet: nobody on the requesting side can read them
 * @param received those whose conditions were accepted
 * @param asked the use that is asked for, or null when no such question is open
 * @param granted for what leave was given, wholly, in part or under conditions
 */
record Given(
        Map<UUID, Conditions> waiting,
        Map<UUID, Conditions> received,
        @Nullable Question asked,
        Set<AskUse.Use> granted) {

    static final Given NONE = new Given(Map.of(), Map.of(), null, Set.of());

    /**
     * A use that is asked for.
     *
     * @param act the act that asks
     * @param due until when a decision is asked for, in days of the requested authority
     */
    record Question(UUID act, AskUse.Use use, LocalDate due) {}

    Given given(UUID act, Conditions conditions) {
        return new Given(with(waiting, act, conditions), received, asked, granted);
    }

    Given received(UUID act) {
        var left = new LinkedHashMap<>(waiting);
        var conditions = left.remove(act);
        return conditions == null ? this : new Given(left, with(received, act, conditions), asked, granted);
    }

    Given asked(UUID act, AskUse use) {
        return new Given(waiting, received, new Question(act, use.use(), use.due()), granted);
    }

    Given decided(GrantUse.Decision decision) {
        var all = EnumSet.noneOf(AskUse.Use.class);
        all.addAll(granted);
        if (asked != null && decision != GrantUse.Decision.REFUSED) {
            all.add(asked.use());
        }
        return new Given(waiting, received, null, all);
    }

    private static Map<UUID, Conditions> with(Map<UUID, Conditions> map, UUID act, Conditions conditions) {
        var more = new LinkedHashMap<>(map);
        more.put(act, conditions);
        return more;
    }
}

package org.enlace.states;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.ui.Words;

/**
 * The states that a count counts, on one day. A count is never shown without the set it counts.
 *
 * @param id {@code active-members}, another name of {@link StateSets}, or the codes of a set of one's own, parted by commas
 * @param states those in it on the day
 */
public record StateSet(String id, Set<StateCode> states) {

    /** What stands for a set of one's own in the words. */
    private static final String OWN = "own";

    static StateSet named(String id, Collection<StateCode> states) {
        return new StateSet(id, Set.copyOf(states));
    }

    static StateSet own(List<StateCode> states) {
        var id = states.stream().map(StateCode::iso3).sorted().distinct().collect(Collectors.joining(","));
        return new StateSet(id, Set.copyOf(states));
    }

    public boolean contains(StateCode state) {
        return states.contains(state);
    }

    public int size() {
        return states.size();
    }

    public boolean isOwn() {
        return !StateSets.NAMES.contains(id);
    }

    /** As it stands in a sentence or a list: "active members of the Organization of American States". */
    public String name(Language language) {
        return Words.of(StateSet.class, language).say("set." + (isOwn() ? OWN : id), size());
    }
}

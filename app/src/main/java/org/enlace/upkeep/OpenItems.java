package org.enlace.upkeep;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.directory.Differences;
import org.enlace.directory.Keepers;
import org.enlace.states.States;
import org.springframework.stereotype.Component;

/** What whoever keeps entries should look at. It follows from the facts each time, so nothing here can be out of date or forgotten. */
@Component
class OpenItems {

    private final Authorities authorities;
    private final Questions questions;
    private final Differences differences;
    private final States states;
    private final Clock clock;

    OpenItems(Authorities authorities, Questions questions, Differences differences, States states, Clock clock) {
        this.authorities = authorities;
        this.questions = questions;
        this.differences = differences;
        this.states = states;
        this.clock = clock;
    }

    static boolean isFor(Viewer viewer) {
        return viewer.is(Role.SECRETARIAT) || viewer.is(Role.COORDINATOR);
    }

    /** Those of the entries that the viewer keeps, what somebody has to do first. */
    List<OpenItem> of(Viewer viewer) {
        var asked = questions.all(Question.Purpose.ENTRY);
        var today = Days.of(clock.instant());
        return authorities.listed().stream()
                .filter(authority -> Keepers.mayPropose(viewer, authority.state()))
                .map(authority -> {
                    var history = asked.getOrDefault(authority.id(), new History(List.of(), clock.instant()));
                    return new OpenItem(
                            authority,
                            states.require(authority.state()),
                            Trouble.of(authority, history, today),
                            history);
                })
                .filter(item -> !item.troubles().isEmpty())
                .sorted(Comparator.comparing((OpenItem item) -> item.troubles().getFirst())
                        .thenComparing(item -> item.state().code()))
                .toList();
    }

    /** Functions for which a state's lists differ. Only who sees all sources can settle these, so they are the secretariat's. */
    List<Differences.Difference> differing(Viewer viewer) {
        return viewer.is(Role.SECRETARIAT) ? differences.on(Days.of(clock.instant())) : List.of();
    }

    /** Entries that cannot be asked, because no mailbox is recorded. */
    List<Authority> withoutMailbox(Viewer viewer) {
        return authorities.listed().stream()
                .filter(authority -> authority.reach().mailbox() == null)
                .filter(authority -> Keepers.mayPropose(viewer, authority.state()))
                .toList();
    }

    /** How many of them somebody has to do something about. */
    int count(Viewer viewer) {
        return (int) of(viewer).stream().filter(OpenItem::isTask).count()
                + differing(viewer).size();
    }

    /** The authority, if the viewer keeps its entry. */
    Authority require(String id, Viewer viewer) {
        return authorities
                .find(id, viewer)
                .filter(Authority::isListed)
                .filter(authority -> Keepers.mayPropose(viewer, authority.state()))
                .orElseThrow(org.enlace.Refused::absent);
    }

    /** Whose drills a viewer may see: the secretariat everybody's, people of a state their own. */
    static boolean seesDrillsOf(StateCode state, Viewer viewer) {
        var actsForAState = viewer.is(Role.OFFICER) || viewer.is(Role.COORDINATOR);
        return viewer.is(Role.SECRETARIAT) || (actsForAState && state.equals(viewer.state()));
    }
}

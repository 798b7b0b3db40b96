package org.enlace.treaties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.StateCode;
import org.enlace.states.StateSets;
import org.springframework.stereotype.Component;

/** Counts the parties of an instrument on every day on which the number may have changed. */
@Component
class Growth {

    private final TreatyRows rows;
    private final StateSets sets;

    Growth(TreatyRows rows, StateSets sets) {
        this.rows = rows;
        this.sets = sets;
    }

    Progress of(Instrument instrument, String set, LocalDate until) {
        var actions = rows.actionsOf(instrument.id());
        var observations = rows.observationsOf(instrument.id());
        var states = Stream.concat(
                        actions.stream().map(TreatyAction::state),
                        observations.stream().map(Observation::state))
                .collect(Collectors.toCollection(TreeSet::new));
        var steps = new ArrayList<Progress.Step>();
        Set<StateCode> before = Set.of();
        for (var day : days(actions, observations, until)) {
            var counted = sets.require(set, day);
            var parties = states.stream()
                    .filter(counted::contains)
                    .filter(state -> Participation.of(instrument, state, day, actions, observations)
                            .isParty())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!parties.equals(before)) {
                steps.add(new Progress.Step(day, parties.size(), less(parties, before), less(before, parties)));
                before = parties;
            }
        }
        return new Progress(steps);
    }

    private static Set<LocalDate> days(List<TreatyAction> actions, List<Observation> observations, LocalDate until) {
        return Stream.concat(
                        actions.stream()
                                .filter(action -> action.act() != TreatyAction.Act.SIGNATURE)
                                .map(TreatyAction::date),
                        observations.stream()
                                .filter(one -> one.position() == Observation.Position.PARTY)
                                .map(Observation::seen))
                .map(date -> date.last())
                .filter(day -> !day.isAfter(until))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<StateCode> less(Set<StateCode> some, Set<StateCode> others) {
        return some.stream().filter(state -> !others.contains(state)).toList();
    }
}

package org.enlace.states;

import java.time.LocalDate;
import java.util.List;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** All states in our data and how each stands to the Organization on a day. */
record StatesPage(List<State> states, LocalDate on) implements Page {

    long active() {
        return states.stream().filter(state -> state.isActiveMember(on)).count();
    }

    List<State> leftOut() {
        return states.stream().filter(state -> !state.isActiveMember(on)).toList();
    }

    String standing(State state, Words words) {
        return state.membership(on)
                .map(membership -> words.say("standing." + membership.standing().name()))
                .orElseGet(() -> words.say("standing.NONE"));
    }

    @Override
    public String title(Words words) {
        return words.say("states.title");
    }

    @Override
    public LocalDate asOf() {
        return on;
    }
}

package org.enlace.duty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.enlace.directory.Authority;
import org.enlace.states.State;
import org.enlace.ui.Part;

/**
 * Which authorities of a state are on duty now.
 *
 * @param entries those that keep a rota here
 * @param holiday the first public holiday from today on, today included
 */
record StateDutyPart(State state, Instant now, List<Entry> entries, Optional<Holiday> holiday) implements Part {

    record Entry(Authority authority, DutyNow duty) {}

    boolean isToday(Holiday day) {
        return day.day().equals(now.atZone(state.zone()).toLocalDate());
    }
}

package org.enlace.interchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.directory.Authority;
import org.enlace.directory.Designation;
import org.enlace.states.Source;
import org.enlace.states.State;

/**
 * What the directory says on one day.
 *
 * @param on the day asked about
 * @param at when it was asked
 * @param entries by state; in each those confirmed and not expired first
 * @param sources of everything in it, by id
 */
record Extract(LocalDate on, Instant at, List<Listed> entries, Map<String, Source> sources) {

    Optional<Source> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    /** @param designations those recorded for the day, by instrument and function */
    record Listed(Authority authority, State state, List<Designation> designations) {}
}

package org.enlace.treaties;

import java.time.LocalDate;
import java.util.List;
import org.enlace.StateCode;

/**
 * How the number of parties grew and shrank, among the states of a set as it was on each day. What was seen without its date counts from the day it was seen.
 *
 * @param steps the days on which the number changed, oldest first
 */
record Progress(List<Step> steps) {

    /**
     * @param parties how many there were from that day on
     * @param came states that are parties since
     * @param went states that are no longer, or no longer counted
     */
    record Step(LocalDate day, long parties, List<StateCode> came, List<StateCode> went) {}
}

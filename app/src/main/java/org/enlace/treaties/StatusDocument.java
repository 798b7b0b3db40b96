package org.enlace.treaties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * "Status of signatures and ratifications as at …": issued once and never changed. A corrigendum is a document of its own, which holds the changed entries only.
 *
 * @param number counts the documents of a year
 * @param corrigendum 0 for the document itself, 1 for its first corrigendum …
 * @param on the day whose status it shows
 * @param states the name of the set of states, or its codes
 * @param members the states that the set had on that day
 * @param instruments ids, in the order in which they stand
 * @param issuedBy how the person was called then
 * @param entries everything, or in a corrigendum what changed
 */
record StatusDocument(
        int year,
        int number,
        int corrigendum,
        LocalDate on,
        String states,
        List<StateCode> members,
        List<String> instruments,
        Instant issuedAt,
        String issuedBy,
        List<Entry> entries) {

    /** {@code TS/2026/1}, {@code TS/2026/1/Corr.1}. */
    String symbol() {
        return "TS/" + year + '/' + number + (corrigendum == 0 ? "" : "/Corr." + corrigendum);
    }

    String path() {
        return "/treaties/status/" + year + '/' + number + (corrigendum == 0 ? "" : "/" + corrigendum);
    }

    boolean isCorrigendum() {
        return corrigendum > 0;
    }

    List<Entry> of(String instrument) {
        return entries.stream()
                .filter(entry -> entry.instrument().equals(instrument))
                .toList();
    }

    /**
     * What one state is under one instrument.
     *
     * @param signed date of signature as exact as known, or null
     * @param kind what it is
     * @param act the act it follows from, or null
     * @param date of the act, or the day it was seen; null when there is nothing
     */
    record Entry(
            String instrument,
            String state,
            @Nullable String signed,
            Participation.Kind kind,
            TreatyAction.@Nullable Act act,
            @Nullable String date) {

        boolean isOf(Entry other) {
            return instrument.equals(other.instrument) && state.equals(other.state);
        }
    }
}

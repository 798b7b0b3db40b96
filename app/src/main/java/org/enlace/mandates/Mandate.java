package org.enlace.mandates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * A person who is a national point of contact. The term says on which days it holds, so what was approved last stands for all days.
 *
 * @param role what the person is called there: "Head of the central authority"
 * @param authority the id of the authority the person speaks for, or null for the state as such
 * @param evidence what the approved entry rests on: "Note 12/2026"
 * @param approvedAt when two persons had said so
 * @param confirmedAt when the state last said that it is still so, or null
 */
record Mandate(
        UUID id,
        StateCode state,
        @Nullable String authority,
        Network network,
        String name,
        String role,
        Term term,
        Reach reach,
        Visibility visibility,
        String evidence,
        Instant approvedAt,
        @Nullable Instant confirmedAt) {

    private static final int MONTHS = 6;

    /** The last day on which it can be relied on. */
    LocalDate expires() {
        var word = confirmedAt == null || confirmedAt.isBefore(approvedAt) ? approvedAt : confirmedAt;
        return LocalDate.ofInstant(word, ZoneOffset.UTC).plusMonths(MONTHS);
    }

    Status status(LocalDate on) {
        if (term.isOver(on)) {
            return Status.ENDED;
        }
        if (on.isBefore(term.since())) {
            return Status.VERIFIED;
        }
        if (term.isSuspended(on)) {
            return Status.SUSPENDED;
        }
        return on.isAfter(expires()) ? Status.UNCONFIRMED : Status.ACTIVE;
    }

    /** Whether the person is, or was, it on this day, suspended or not. */
    boolean holdsOn(LocalDate on) {
        return !on.isBefore(term.since()) && !term.isOver(on);
    }

    /**
     * From when until when; all days included.
     *
     * @param until null while there is no end in sight
     * @param suspendedSince the first day on which the person does not act for the time being, or null
     * @param suspendedUntil the last such day, or null while there is no end in sight
     */
    record Term(
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable LocalDate suspendedSince,
            @Nullable LocalDate suspendedUntil) {

        boolean isOver(LocalDate on) {
            return until != null && on.isAfter(until);
        }

        boolean isSuspended(LocalDate on) {
            return suspendedSince != null
                    && !on.isBefore(suspendedSince)
                    && (suspendedUntil == null || !on.isAfter(suspendedUntil));
        }
    }

    /**
     * How to reach the person in this function. Any may be empty.
     *
     * @param languages BCP 47 tags
     */
    record Reach(String email, String telephone, List<String> languages) {}
}

package org.enlace.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.states.State;
import org.springframework.stereotype.Component;

/** Gathers what pages show of the duty of a state and of an authority at this moment. */
@Component
class NowOnDuty {

    private static final int SOON = 400;

    private final OnCall onCall;
    private final Authorities authorities;
    private final Holidays holidays;
    private final Clock clock;

    NowOnDuty(OnCall onCall, Authorities authorities, Holidays holidays, Clock clock) {
        this.onCall = onCall;
        this.authorities = authorities;
        this.holidays = holidays;
        this.clock = clock;
    }

    StateDutyPart of(State state, Viewer viewer) {
        var now = clock.instant();
        var entries = authorities.of(state.code()).stream()
                .map(authority -> new StateDutyPart.Entry(authority, onCall.of(authority, now, viewer)))
                .filter(entry -> entry.duty().isKept())
                .toList();
        var today = LocalDate.ofInstant(now, state.zone());
        return new StateDutyPart(state, now, entries, from(state, today).findFirst());
    }

    DutyPart of(Authority authority, Viewer viewer) {
        var now = clock.instant();
        return new DutyPart(authority, now, onCall.of(authority, now, viewer), OnCall.mayKeep(viewer, authority));
    }

    PhonesPart phones(Authority authority, Viewer viewer) {
        var now = clock.instant();
        return new PhonesPart(authority, now, onCall.of(authority, now, viewer));
    }

    /** Public holidays from a day on, that day included, until the end of the next year. */
    Stream<Holiday> from(State state, LocalDate day) {
        return Stream.of(day.getYear(), day.plusDays(SOON).getYear())
                .distinct()
                .flatMap(year -> holidays.of(state.code(), year).off().stream())
                .filter(holiday -> !holiday.day().isBefore(day));
    }
}

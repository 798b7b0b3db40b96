package org.enlace.duty;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.enlace.Viewer;
import org.enlace.directory.Authority;
import org.enlace.states.States;
import org.springframework.stereotype.Component;

/** Gathers what pages show of a rota for the weeks ahead. */
@Component
class RotaReading {

    private final Shifts shifts;
    private final OnCall onCall;
    private final NowOnDuty now;
    private final States states;
    private final Clock clock;

    RotaReading(Shifts shifts, OnCall onCall, NowOnDuty now, States states, Clock clock) {
        this.shifts = shifts;
        this.onCall = onCall;
        this.now = now;
        this.states = states;
        this.clock = clock;
    }

    DutyPage page(DutyPart part, Viewer viewer) {
        var authority = part.authority();
        var state = states.require(authority.state());
        if (!OnCall.isMember(viewer)) {
            return new DutyPage(state, part, List.of(), null);
        }
        var rota = shifts.rota(authority);
        var moment = clock.instant();
        var kept = part.mayKeep() ? new DutyPage.Kept(rota, findings(rota, authority)) : null;
        return new DutyPage(state, part, coming(rota, authority, moment, viewer), kept);
    }

    /** What to look at in a rota, as it is or as it would be. */
    Findings findings(Rota rota, Authority authority) {
        var state = states.require(authority.state());
        return Findings.of(
                rota,
                authority.reach().alwaysOpen(),
                clock.instant(),
                day -> now.from(state, day).toList());
    }

    /** The watches of the weeks ahead, as this viewer may see them. */
    List<DutyPage.Coming> coming(Rota rota, Authority authority, Instant moment, Viewer viewer) {
        return rota.meeting(moment, moment.plus(DutyPage.AHEAD)).stream()
                .map(watch -> {
                    var at = watch.from().isBefore(moment) ? moment : watch.from();
                    return new DutyPage.Coming(watch, onCall.person(watch, authority, at, viewer));
                })
                .toList();
    }
}

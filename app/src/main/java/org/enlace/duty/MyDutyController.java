package org.enlace.duty;

import static org.enlace.ui.Answer.seeOther;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.paper.CalendarFile;
import org.enlace.ui.Answer;
import org.enlace.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An officer's own duty: when it is theirs, giving it on and taking it over. */
@Controller
class MyDutyController {

    private static final Duration CALENDAR = Duration.ofDays(90);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int LONGEST_NOTE = 2000;

    private final Authorities authorities;
    private final Shifts shifts;
    private final HandOvers handOvers;
    private final OnCall onCall;
    private final Clock clock;

    MyDutyController(Authorities authorities, Shifts shifts, HandOvers handOvers, OnCall onCall, Clock clock) {
        this.authorities = authorities;
        this.shifts = shifts;
        this.handOvers = handOvers;
        this.onCall = onCall;
        this.clock = clock;
    }

    @GetMapping("/duty")
    Answer read(Viewer viewer) {
        return page("", false, viewer);
    }

    @Transactional
    @PostMapping("/duty/hand-overs")
    Answer give(@RequestParam(defaultValue = "") String note, Viewer viewer) {
        viewer.requireAuthority();
        var said = note.strip();
        if (said.isEmpty() || said.length() > LONGEST_NOTE) {
            return page(said, true, viewer);
        }
        handOvers.give(said, viewer);
        return seeOther("/duty");
    }

    @Transactional
    @PostMapping("/duty/hand-overs/{id}/acceptance")
    Answer accept(@PathVariable UUID id, Viewer viewer) {
        handOvers.accept(handOvers.find(viewer.requireAuthority(), id).orElseThrow(Refused::absent), viewer);
        return seeOther("/duty");
    }

    /** For the calendar on the officer's own device: when, and in which function, and nothing else. */
    @GetMapping("/duty/calendar.ics")
    ResponseEntity<byte[]> calendar(Viewer viewer) {
        var events = mine(viewer, CALENDAR).stream()
                .map(watch -> new CalendarFile.Event(
                        CalendarFile.Event.id(watch.shift().id(), watch.from()),
                        watch.from(),
                        watch.until(),
                        viewer.function(),
                        null,
                        null))
                .toList();
        return CalendarFile.download("Duty", "duty.ics", events, clock.instant());
    }

    private MyDutyPage page(String note, boolean wrong, Viewer viewer) {
        var authority = authorities.require(viewer.requireAuthority(), viewer);
        var now = clock.instant();
        return new MyDutyPage(
                authority,
                now,
                onCall.of(authority, now, viewer),
                mine(viewer, WEEK),
                handOvers.of(authority.id()),
                new MyDutyPage.Note(note, wrong));
    }

    /** What is the viewer's in the time ahead; what they gave on since it began is not. */
    private List<Watch> mine(Viewer viewer, Duration ahead) {
        var authority = authorities.require(viewer.requireAuthority(), viewer);
        var now = clock.instant();
        return shifts.rota(authority).meeting(now, now.plus(ahead)).stream()
                .filter(watch -> onCall.holder(watch, watch.from().isBefore(now) ? now : watch.from())
                        .filter(viewer.requireAccount()::equals)
                        .isPresent())
                .toList();
    }

    @Configuration
    static class Setup {

        @Bean
        MenuEntry dutyEntry(HandOvers handOvers) {
            return new MenuEntry("duty", "menu", "/duty", 55, viewer -> viewer.is(Role.OFFICER), handOvers::waiting);
        }
    }
}

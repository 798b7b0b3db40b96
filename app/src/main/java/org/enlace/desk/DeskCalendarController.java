package org.enlace.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;
import org.enlace.Viewer;
import org.enlace.paper.CalendarFile;
import org.enlace.ui.PublicAddress;
import org.enlace.ui.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What is due on the desk, for the calendar on the officer's own device: reference, task and link, and nothing of the matter or of the other side. */
@Controller
class DeskCalendarController {

    /** An entry shows before it is due and ends when it is. */
    private static final Duration BEFORE = Duration.ofMinutes(30);

    /** Of each section. A calendar with more is no help to anybody. */
    private static final int MOST = 500;

    private final Desk desk;
    private final PublicAddress address;
    private final Clock clock;

    DeskCalendarController(Desk desk, PublicAddress address, Clock clock) {
        this.desk = desk;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping("/desk/calendar.ics")
    ResponseEntity<byte[]> calendar(DeskFilter filter, Viewer viewer) {
        var words = Words.of(DeskCalendarController.class, viewer.language());
        var due = Stream.of(DeskRow.Section.EMERGENCY, DeskRow.Section.MINE, DeskRow.Section.WAITING)
                .filter(filter::shows)
                .flatMap(section -> desk.first(MOST, section, filter, viewer).stream())
                .filter(row -> row.due() != null)
                .map(row -> event(row, row.id().toString(), words.say("task." + row.toDo()), viewer, words));
        // Not by section: a guarantee ends whatever else is waited for.
        var ends = desk.guarantees(MOST, filter, viewer).stream()
                .map(row -> event(row, row.id() + "-guarantee", words.say("desk.calendar.guarantee"), viewer, words));
        var events = Stream.concat(due, ends).toList();
        return CalendarFile.download("Desk", "desk.ics", events, clock.instant());
    }

    /** Beside the reader's own time stands UTC and not that of the place of the duty: its city would tell whoever keeps the calendar which state is asked. */
    private CalendarFile.Event event(DeskRow row, String id, String what, Viewer viewer, Words words) {
        var due = Objects.requireNonNull(row.due());
        var last = new Countdown(due, clock.instant()).last(row.zone());
        return new CalendarFile.Event(
                id,
                due.minus(BEFORE),
                due,
                words.say("desk.calendar.entry", row.reference(), what),
                words.say(
                        "desk.calendar.due", words.momentIn(last, viewer.zone()), words.momentIn(last, ZoneOffset.UTC)),
                address.link("/requests/" + row.id()));
    }
}

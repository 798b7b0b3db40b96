package org.enlace.duty;

import static org.enlace.ui.Answer.seeOther;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.states.State;
import org.enlace.states.States;
import org.enlace.ui.Answer;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public holidays of a state, for everybody to read and for its coordinator to put right. */
@Controller
class HolidayController {

    private static final int LONGEST_NAME = 120;

    private final Holidays holidays;
    private final States states;
    private final Clock clock;

    HolidayController(Holidays holidays, States states, Clock clock) {
        this.holidays = holidays;
        this.states = states;
        this.clock = clock;
    }

    @GetMapping("/states/{code}/holidays")
    Answer read(@PathVariable String code, @RequestParam(required = false) @Nullable Integer year, Viewer viewer) {
        var state = state(code);
        var today = LocalDate.ofInstant(clock.instant(), state.zone());
        return page(state, year == null ? today.getYear() : year, HolidaysPage.Typed.NOTHING, Problems.NONE, viewer);
    }

    @Transactional
    @PostMapping("/states/{code}/holidays")
    Answer add(
            @PathVariable String code,
            @RequestParam int year,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String name,
            Viewer viewer) {
        var state = kept(code, viewer);
        var said = name.strip();
        var read = day(day);
        if (read.isEmpty()) {
            return wrong(state, year, day, said, "day", "holidays.day.wrong", viewer);
        }
        if (said.isEmpty() || said.length() > LONGEST_NAME) {
            return wrong(state, year, day, said, "name", "holidays.name.wrong", viewer);
        }
        var language = viewer.language().tag();
        holidays.add(state.code(), read.get(), Holiday.Name.typed(said, language), viewer);
        return back(state, read.get());
    }

    /** "We work that day." */
    @Transactional
    @PostMapping("/states/{code}/holidays/{day}/removal")
    Answer work(@PathVariable String code, @PathVariable String day, Viewer viewer) {
        var state = kept(code, viewer);
        var holiday = require(state, day, true);
        holidays.work(state.code(), holiday, viewer);
        return back(state, holiday.day());
    }

    /** It is a holiday after all. */
    @Transactional
    @PostMapping("/states/{code}/holidays/{day}/return")
    Answer bringBack(@PathVariable String code, @PathVariable String day, Viewer viewer) {
        var state = kept(code, viewer);
        var holiday = require(state, day, false);
        holidays.add(state.code(), holiday.day(), holiday.name(), viewer);
        return back(state, holiday.day());
    }

    @Transactional
    @PostMapping("/states/{code}/holidays/{day}/move")
    Answer move(
            @PathVariable String code,
            @PathVariable String day,
            @RequestParam(defaultValue = "") String to,
            Viewer viewer) {
        var state = kept(code, viewer);
        var holiday = require(state, day, true);
        var target = day(to).filter(other -> !other.equals(holiday.day()));
        if (target.isEmpty()) {
            var problems = Problems.at("to-" + holiday.day(), words(viewer).say("holidays.day.wrong"));
            return page(state, holiday.day().getYear(), HolidaysPage.Typed.NOTHING, problems, viewer);
        }
        holidays.move(state.code(), holiday, target.get(), viewer);
        return back(state, target.get());
    }

    @Transactional
    @PostMapping("/states/{code}/holidays/confirmation")
    Answer confirm(@PathVariable String code, @RequestParam int year, Viewer viewer) {
        var state = kept(code, viewer);
        holidays.confirm(holidays.of(state.code(), reachable(year)), viewer);
        return seeOther("/states/" + state.code() + "/holidays?year=" + year);
    }

    private Answer wrong(State state, int year, String day, String name, String field, String sentence, Viewer viewer) {
        var problems = Problems.at(field, words(viewer).say(sentence));
        return page(state, year, new HolidaysPage.Typed(day, name), problems, viewer);
    }

    private HolidaysPage page(State state, int year, HolidaysPage.Typed typed, Problems problems, Viewer viewer) {
        var asked = holidays.of(state.code(), reachable(year));
        return new HolidaysPage(state, asked, mayKeep(viewer, state), typed, problems);
    }

    private static int reachable(int year) {
        if (year < LibraryHolidays.FIRST_YEAR || year > LibraryHolidays.LAST_YEAR) {
            throw DutyRefusal.YEAR_OUT_OF_REACH.refused(
                    Integer.toString(LibraryHolidays.FIRST_YEAR), Integer.toString(LibraryHolidays.LAST_YEAR));
        }
        return year;
    }

    private Holiday require(State state, String day, boolean off) {
        var asked = day(day).orElseThrow(Refused::absent);
        return Optional.ofNullable(
                        holidays.of(state.code(), asked.getYear()).days().get(asked))
                .filter(holiday -> holiday.isOff() == off)
                .orElseThrow(Refused::absent);
    }

    private static Answer back(State state, LocalDate day) {
        return seeOther("/states/" + state.code() + "/holidays?year=" + day.getYear());
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()))
                    .filter(day -> day.getYear() >= LibraryHolidays.FIRST_YEAR)
                    .filter(day -> day.getYear() <= LibraryHolidays.LAST_YEAR);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private State state(String code) {
        return states.require(StateCode.parse(code).orElseThrow(Refused::absent));
    }

    private State kept(String code, Viewer viewer) {
        var state = state(code);
        if (!mayKeep(viewer, state)) {
            throw Refused.absent();
        }
        return state;
    }

    private static boolean mayKeep(Viewer viewer, State state) {
        return viewer.is(Role.COORDINATOR) && state.code().equals(viewer.state());
    }

    private static Words words(Viewer viewer) {
        return Words.of(HolidayController.class, viewer.language());
    }
}

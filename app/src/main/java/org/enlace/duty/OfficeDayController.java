package org.enlace.duty;

import static org.enlace.ui.Answer.seeOther;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.states.States;
import org.enlace.ui.Answer;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The days of an authority that differ from its state's, for everybody to read and for whoever keeps its rota to say. */
@Controller
@RequestMapping("/authorities/{id}/duty/days")
class OfficeDayController {

    private static final int LONGEST_NAME = 120;

    private final OfficeDays days;
    private final Authorities authorities;
    private final States states;
    private final Clock clock;

    OfficeDayController(OfficeDays days, Authorities authorities, States states, Clock clock) {
        this.days = days;
        this.authorities = authorities;
        this.states = states;
        this.clock = clock;
    }

    @GetMapping
    Answer read(@PathVariable String id, Viewer viewer) {
        return page(authorities.require(id, viewer), OfficeDaysPage.Typed.NOTHING, Problems.NONE, viewer);
    }

    @Transactional
    @PostMapping
    Answer say(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String name,
            Viewer viewer) {
        var authority = kept(id, viewer);
        var typed = new OfficeDaysPage.Typed(day, word, name.strip());
        var read = day(day).filter(each -> !each.isBefore(today(authority)));
        if (read.isEmpty()) {
            return wrong(authority, typed, "day", "office-days.day.wrong", viewer);
        }
        var said = word(word);
        if (said.isEmpty()) {
            return wrong(authority, typed, "word", "office-days.word.wrong", viewer);
        }
        if (typed.name().isEmpty() || typed.name().length() > LONGEST_NAME) {
            return wrong(authority, typed, "name", "office-days.name.wrong", viewer);
        }
        days.say(authority.id(), read.get(), said.get(), typed.name(), viewer);
        return back(authority);
    }

    /** Again as the state; pressed twice, nothing more happens. What is over stays as it was. */
    @Transactional
    @PostMapping("/{day}/removal")
    Answer takeBack(@PathVariable String id, @PathVariable String day, Viewer viewer) {
        var authority = kept(id, viewer);
        var ahead = day(day).filter(each -> !each.isBefore(today(authority))).orElseThrow(Refused::absent);
        days.find(authority.id(), ahead)
                .ifPresent(said -> days.say(authority.id(), said.day(), OfficeDay.Word.AS_STATE, "", viewer));
        return back(authority);
    }

    private Answer wrong(
            Authority authority, OfficeDaysPage.Typed typed, String field, String sentence, Viewer viewer) {
        var words = Words.of(OfficeDayController.class, viewer.language());
        return page(authority, typed, Problems.at(field, words.say(sentence)), viewer);
    }

    private OfficeDaysPage page(Authority authority, OfficeDaysPage.Typed typed, Problems problems, Viewer viewer) {
        return new OfficeDaysPage(
                states.require(authority.state()),
                authority,
                days.from(authority.id(), today(authority)),
                OnCall.mayKeep(viewer, authority),
                typed,
                problems);
    }

    private LocalDate today(Authority authority) {
        return LocalDate.ofInstant(clock.instant(), authority.zone());
    }

    private Authority kept(String id, Viewer viewer) {
        var authority = authorities.require(id, viewer);
        if (!OnCall.mayKeep(viewer, authority)) {
            throw Refused.absent();
        }
        return authority;
    }

    private static Answer back(Authority authority) {
        return seeOther("/authorities/" + authority.id() + "/duty/days");
    }

    private static Optional<OfficeDay.Word> word(String typed) {
        return Arrays.stream(OfficeDaysPage.SAID)
                .filter(word -> word.name().equals(typed))
                .findFirst();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()))
                    .filter(day -> day.getYear() <= LibraryHolidays.LAST_YEAR);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}

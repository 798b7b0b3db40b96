package org.enlace.upkeep;

import static org.enlace.ui.Answer.seeOther;

import java.time.Clock;
import java.util.stream.Collectors;
import org.enlace.Viewer;
import org.enlace.directory.Designations;
import org.enlace.states.States;
import org.enlace.treaties.Instruments;
import org.enlace.ui.Answer;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What whoever reads an authority's mailbox sees who opens the link of a question or a drill. No sign-in: the mailbox is the proof. */
@Controller
class CheckController {

    private static final int LONGEST = 1000;

    private final Answering answering;
    private final States states;
    private final Designations designations;
    private final Instruments instruments;
    private final Clock clock;

    CheckController(
            Answering answering, States states, Designations designations, Instruments instruments, Clock clock) {
        this.answering = answering;
        this.states = states;
        this.designations = designations;
        this.instruments = instruments;
        this.clock = clock;
    }

    @GetMapping("/check/{link}")
    Answer show(@PathVariable String link) {
        return page(link, answering.require(link), "", Problems.NONE);
    }

    @PostMapping("/check/{link}/confirmation")
    Answer confirm(@PathVariable String link, @RequestParam(defaultValue = "") String version) {
        answering.confirm(link, version);
        return seeOther("/check/" + link);
    }

    @PostMapping("/check/{link}/correction")
    Answer contest(@PathVariable String link, @RequestParam(defaultValue = "") String said, Viewer viewer) {
        var text = said.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            var words = Words.of(CheckController.class, viewer.language());
            var problem = words.say(text.isEmpty() ? "check.said.missing" : "check.said.long", LONGEST);
            return page(link, answering.require(link), said, Problems.at("said", problem));
        }
        answering.contest(link, text);
        return seeOther("/check/" + link);
    }

    @PostMapping("/check/{link}/presence")
    Answer present(@PathVariable String link) {
        answering.present(link);
        return seeOther("/check/" + link);
    }

    private Answer page(String link, Answering.Asked asked, String said, Problems problems) {
        var open = answering.isOpen(asked.question());
        if (asked.question().purpose() == Question.Purpose.DRILL) {
            return new DrillPage(link, asked, open);
        }
        var today = Days.of(clock.instant());
        return new CheckPage(
                new CheckPage.Link(link, asked, open),
                states.require(asked.authority().state()),
                designations.of(asked.authority().id()).stream()
                        .filter(designation -> designation.isRecordedOn(today))
                        .toList(),
                instruments.all().stream().collect(Collectors.toMap(one -> one.id(), one -> one)),
                said,
                problems);
    }
}

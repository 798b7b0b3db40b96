package org.enlace.upkeep;

import static org.enlace.ui.Answer.seeOther;

import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.states.States;
import org.enlace.ui.Answer;
import org.enlace.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a coordinator, for the own state, or the secretariat, for all, should look at. */
@Controller
class UpkeepController {

    private final OpenItems items;
    private final Questions questions;
    private final States states;
    private final Rounds.Asker asker;

    UpkeepController(OpenItems items, Questions questions, States states, Rounds.Asker asker) {
        this.items = items;
        this.states = states;
        this.questions = questions;
        this.asker = asker;
    }

    @GetMapping("/directory/upkeep")
    Answer show(Viewer viewer) {
        if (!OpenItems.isFor(viewer)) {
            throw Refused.absent();
        }
        return new UpkeepPage(
                items.of(viewer),
                items.differing(viewer),
                items.withoutMailbox(viewer),
                states.all(viewer.language()),
                asker.server().isSetUp());
    }

    /** Asks the mailbox now, also one that was given up: its owner says that it works again. */
    @PostMapping("/directory/upkeep/{id}/question")
    Answer ask(@PathVariable String id, Viewer viewer) {
        var authority = items.require(id, viewer);
        if (authority.reach().mailbox() == null) {
            throw Refused.absent();
        }
        if (!asker.server().isSetUp()) {
            throw UpkeepRefusal.NO_MAIL_SERVER.refused();
        }
        var history = questions.of(id, Question.Purpose.ENTRY);
        var asked = !history.isWaiting()
                && asker.asking()
                        .aboutEntry(
                                authority, history, Question.Rung.MAILBOX, asker.settings(), viewer.requireAccount());
        if (!asked) {
            throw UpkeepRefusal.ASKED_ALREADY.refused();
        }
        return seeOther("/directory/upkeep");
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry upkeepEntry(Counts counts) {
            return new MenuEntry("upkeep", "menu", "/directory/upkeep", 65, OpenItems::isFor, counts::of);
        }
    }
}

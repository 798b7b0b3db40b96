package org.enlace.drafting;

import static org.enlace.ui.Answer.seeOther;

import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.forms.Forms;
import org.enlace.ui.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where an officer hands a draft to a colleague who sends it, and where the colleague finds it. */
@Controller
class SecondHandController {

    private final Drafts drafts;
    private final SecondHand secondHand;
    private final Forms forms;

    SecondHandController(Drafts drafts, SecondHand secondHand, Forms forms) {
        this.drafts = drafts;
        this.secondHand = secondHand;
        this.forms = forms;
    }

    @GetMapping("/drafts/{id}/second-hand")
    Answer read(@PathVariable UUID id, Viewer viewer) {
        var draft = drafts.require(id, viewer);
        return secondHand.isNeeded(id, viewer)
                ? new SecondHandPage(draft, forms, secondHand.colleagues(viewer))
                : seeOther("/drafts/" + id + '/' + WizardPage.CHECK);
    }

    @PostMapping("/drafts/{id}/second-hand")
    Answer ask(@PathVariable UUID id, Viewer viewer) {
        secondHand.ask(drafts.require(id, viewer), viewer);
        return seeOther("/drafts");
    }

    /** A block for the desk and the list of drafts. */
    @GetMapping("/drafts/to-send")
    Answer waiting(Viewer viewer) {
        var waiting = secondHand.waiting(viewer);
        return Answer.block(() -> new ToSendPart(waiting, forms, viewer.zone()), () -> seeOther("/drafts"));
    }
}

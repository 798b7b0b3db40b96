package org.enlace.drafting;

import static org.enlace.ui.Answer.seeOther;

import java.util.UUID;
import java.util.function.Function;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.exchange.Requests;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.enlace.ui.Answer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages on which a request is written. Whoever follows an old link after it was sent gets to the request. */
@Controller
class WizardController {

    private final Drafts drafts;
    private final Requests requests;
    private final Forms forms;
    private final SecondHand secondHand;
    private final ObjectProvider<Example> example;

    WizardController(
            Drafts drafts, Requests requests, Forms forms, SecondHand secondHand, ObjectProvider<Example> example) {
        this.drafts = drafts;
        this.requests = requests;
        this.forms = forms;
        this.secondHand = secondHand;
        this.example = example;
    }

    @GetMapping("/drafts")
    Answer list(Viewer viewer) {
        return new DraftsPage(drafts.of(viewer), forms);
    }

    @GetMapping(path = "/drafts/{id}", produces = MediaType.TEXT_HTML_VALUE)
    Answer begin(@PathVariable UUID id, Viewer viewer) {
        return unlessSent(
                id,
                viewer,
                form -> seeOther(
                        "/drafts/" + id + '/' + form.groups().getFirst().id()));
    }

    @GetMapping("/drafts/{id}/{step}")
    Answer step(@PathVariable UUID id, @PathVariable String step, Viewer viewer) {
        return unlessSent(
                id,
                viewer,
                form -> WizardPage.of(
                                id,
                                form,
                                step,
                                example.getIfAvailable(),
                                WizardPage.CHECK.equals(step) && secondHand.isNeeded(id, viewer))
                        .orElseThrow(Refused::absent));
    }

    @GetMapping("/drafts/{id}/print")
    Answer print(@PathVariable UUID id, Viewer viewer) {
        return unlessSent(id, viewer, form -> new WizardPrintPage(id, form));
    }

    private Answer unlessSent(UUID id, Viewer viewer, Function<Form, Answer> page) {
        if (requests.isSentBy(id, viewer)) {
            return seeOther("/requests/" + id);
        }
        return page.apply(forms.require(drafts.require(id, viewer).form()));
    }
}

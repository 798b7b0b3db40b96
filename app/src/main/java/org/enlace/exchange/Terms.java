package org.enlace.exchange;

import java.time.Clock;
import java.util.Objects;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.enlace.procedure.Request;
import org.springframework.stereotype.Component;

/** What a request is measured by: the clock, the targets of this installation, and the definition of the answers. */
@Component
public record Terms(Clock clock, Targets targets, Forms forms) {

    /** The form that the request was written with. */
    public Form form(Request request) {
        return forms.require(request.sending().form());
    }

    /** The messages of the acts that such a request admits. */
    public Form answers(Request request) {
        return forms.require(Objects.requireNonNull(form(request).answers()));
    }

    /** Where the words of conditions stand: the same in every definition that has them. */
    public Form conditions() {
        return forms.require(Forms.ASSISTANCE_ANSWER);
    }
}

package org.enlace.exchange;

import java.time.Clock;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.springframework.stereotype.Component;

/** What a request is measured by: the clock, the targets of this installation, and the definition of the answers. */
@Component
record Terms(Clock clock, Targets targets, Forms forms) {

    Form answers() {
        return forms.require(Forms.PRESERVATION_ANSWER);
    }
}

package org.enlace.enrolment;

import org.enlace.Refused;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * The link of a mail that leads nowhere any more. Most who come here have enrolled or recovered already, so the way to sign in stands beside the reason.
 *
 * @param reason why: expired, used, withdrawn or never made, all the same
 */
record LinkGonePage(Refused reason) implements Page {

    @Override
    public String title(Words words) {
        return words.say("gone.title");
    }

    @Override
    public int status() {
        return reason.refusal().status();
    }
}

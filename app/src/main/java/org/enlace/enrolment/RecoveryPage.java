package org.enlace.enrolment;

import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * Where the link of the mail leads: it waits for a colleague, and then takes the printed code.
 *
 * @param origin the address that keys are bound to
 */
record RecoveryPage(String token, Recovery recovery, String origin) implements Page {

    @Override
    public String title(Words words) {
        return words.say("recovery.title");
    }
}

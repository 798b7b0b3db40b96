package org.enlace.enrolment;

import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** The six words to be read to a colleague on the telephone. */
record RecoveryCallPage(String call) implements Page {

    @Override
    public String title(Words words) {
        return words.say("recovery.title");
    }
}

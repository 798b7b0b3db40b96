package org.enlace.enrolment;

import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;

/** Somebody can no longer sign in and says who they are. */
record RecoveryRequestPage(String email, Problems problems) implements Page {

    @Override
    public String title(Words words) {
        return words.say("recovery.title");
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }
}

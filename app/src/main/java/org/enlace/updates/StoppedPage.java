package org.enlace.updates;

import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** Said once the mails were stopped. */
record StoppedPage() implements Page {

    @Override
    public String title(Words words) {
        return words.say("mail.stopped");
    }
}

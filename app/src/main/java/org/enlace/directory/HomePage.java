package org.enlace.directory;

import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** The question, and what the answers are drawn from. */
record HomePage(Question question, int instruments, int authorities, int sources) implements Page {

    @Override
    public String title(Words words) {
        return words.say("home.title");
    }
}

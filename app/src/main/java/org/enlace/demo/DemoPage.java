package org.enlace.demo;

import java.util.List;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * The way into the demo: the first scenario step by step, in two windows, and every member of the cast behind one button.
 *
 * @param cast who can be signed in as
 * @param firstWindow this demo under the name that keeps the first window's session
 * @param secondWindow the same demo under another name of this computer, so that a second officer can be signed in beside the first
 * @param chosen the member that a link of the guide leads to, first in the list
 */
record DemoPage(List<Cast> cast, String firstWindow, String secondWindow, String chosen) implements Page {

    @Override
    public String title(Words words) {
        return words.say("title");
    }

    /** What the custodians of the one authority with a recovery sheet would have on paper. */
    List<String> shares() {
        return DemoSheet.SHARES;
    }

    boolean isChosen(Cast member) {
        return member.key().equals(chosen);
    }
}

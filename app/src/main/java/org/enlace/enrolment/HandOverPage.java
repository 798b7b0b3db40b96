package org.enlace.enrolment;

import java.util.List;
import org.enlace.access.Account;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * What somebody hands over before they leave.
 *
 * @param last of what they would be the last one; then they cannot leave before somebody follows
 * @param lastButOne whether one officer alone would be left with the authority's key
 * @param tokens the labels of those that they made and that end with them
 */
record HandOverPage(Account person, HandOver.Last last, boolean lastButOne, List<Line> lines, List<String> tokens)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say("handover.title", person.name());
    }

    boolean isLast() {
        return last != HandOver.Last.NOT;
    }

    /**
     * Something left behind.
     *
     * @param path where it is handed over
     */
    record Line(String sentence, String path) {}
}

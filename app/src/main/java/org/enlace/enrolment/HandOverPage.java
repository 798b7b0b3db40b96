package org.enlace.enrolment;

import java.util.List;
import org.enlace.access.Account;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * What somebody hands over before they leave.
 *
 * @param holdsKey whether they hold their authority's key: then an officer of it states the departure, which makes a new one
 * @param last of what they would be the last one; then they cannot leave before somebody follows
 * @param lastButOne whether one officer alone would be left with the authority's key
 * @param tokens the labels of those that they made and that end with them
 */
record HandOverPage(
        Account person, boolean holdsKey, HandOver.Last last, boolean lastButOne, List<Line> lines, List<String> tokens)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say("handover.title", person.name());
    }

    boolean isLast() {
        return last != HandOver.Last.NOT;
    }

    /** Whether the viewer can end the account here, with one more press. */
    boolean endsHere() {
        return !holdsKey && !isLast();
    }

    /**
     * Something left behind.
     *
     * @param path where it is handed over
     */
    record Line(String sentence, String path) {}
}

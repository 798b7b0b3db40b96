package org.enlace.search;

import java.util.List;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * What was found.
 *
 * @param meant what was looked for instead of what was typed; may be empty
 * @param from how many were shown before
 * @param all those of this page, and one more when there are more
 */
record SearchPage(String typed, String meant, int from, List<Found> all) implements Page {

    @Override
    public String title(Words words) {
        return words.say("search.title");
    }

    List<Found> shown() {
        return all.size() > Search.PAGE ? all.subList(0, Search.PAGE) : all;
    }

    boolean isMore() {
        return all.size() > Search.PAGE;
    }

    /** The words that the next page is asked for with. */
    String asked() {
        return meant.isEmpty() ? typed : meant;
    }

    int next() {
        return from + Search.PAGE;
    }
}

package org.enlace.search;

import java.util.List;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * What was found.
 *
 * @param from how many were shown before
 * @param all those of this page, and one more when there are more
 */
record SearchPage(String typed, int from, List<Found> all) implements Page {

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

    int next() {
        return from + Search.PAGE;
    }
}

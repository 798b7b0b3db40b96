package org.enlace.search;

import java.util.List;

/**
 * What was found, as programs get it.
 *
 * @param meant the words that were looked for instead, because those of the query found nothing; else empty
 * @param found the best first, twenty at most
 * @param more whether there are more: ask again with {@code from}
 */
record FoundAnswer(String query, String meant, List<One> found, boolean more) {

    static FoundAnswer of(String typed, Finding finding) {
        var found = finding.found();
        return new FoundAnswer(
                typed,
                finding.meant(),
                found.stream()
                        .limit(Search.PAGE)
                        .map(one -> new One(one.kind(), one.title(), one.note(), one.path()))
                        .toList(),
                found.size() > Search.PAGE);
    }

    /**
     * @param note tells it from others of that name; may be empty
     * @param page the path of the page that shows it
     */
    record One(String kind, String title, String note, String page) {}
}

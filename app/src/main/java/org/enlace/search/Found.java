package org.enlace.search;

import org.enlace.Language;
import org.enlace.ui.Words;

/**
 * One thing that was found.
 *
 * @param kind of the {@link Offer}
 * @param room whose words say what it is
 * @param note tells it from others of that name; may be empty
 */
record Found(String kind, String room, String title, String note, String path) {

    String what(Language language) {
        return Words.of(room, language).say("found." + kind);
    }
}

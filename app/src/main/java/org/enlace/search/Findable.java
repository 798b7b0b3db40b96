package org.enlace.search;

import java.util.Map;
import org.enlace.Language;
import org.enlace.Multilingual;

/**
 * Something to be found.
 *
 * @param path where it is shown
 * @param title what it is called, in the languages it has
 * @param texts what else it is found by, in each language; a language without a text is found by its title alone
 */
public record Findable(String key, String path, Multilingual title, Map<Language, String> texts) {

    public Findable {
        texts = Map.copyOf(texts);
    }
}

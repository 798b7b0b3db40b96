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
 * @param notes what stands beside the title, to tell it from others of that name; may be empty
 */
public record Findable(
        String key, String path, Multilingual title, Map<Language, String> texts, Map<Language, String> notes) {

    public Findable {
        texts = Map.copyOf(texts);
        notes = Map.copyOf(notes);
    }

    public Findable(String key, String path, Multilingual title, Map<Language, String> texts) {
        this(key, path, title, texts, Map.of());
    }
}

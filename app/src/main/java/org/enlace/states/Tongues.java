package org.enlace.states;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.stream.Collectors;
import org.enlace.Language;

/** The names of languages, in the reader's. */
public final class Tongues {

    private Tongues() {}

    /** "Spanish, Guarani" for {@code es} and {@code gn}. */
    public static String names(List<String> tags, Language language) {
        return tags.stream()
                .map(tag -> new ULocale(tag).getDisplayLanguage(ULocale.forLocale(language.locale())))
                .collect(Collectors.joining(", "));
    }
}

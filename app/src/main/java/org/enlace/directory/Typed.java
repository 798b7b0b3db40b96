package org.enlace.directory;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people type into the forms of this room, read. */
final class Typed {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private Typed() {}

    /** A field that was not sent is empty. */
    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** "es, en" or "es en": the BCP 47 tags in it, in their canonical form. */
    static List<String> languages(String typed) {
        return Arrays.stream(typed.split("[\\s,;]+"))
                .filter(tag -> !tag.isEmpty())
                .map(Typed::canonical)
                .distinct()
                .toList();
    }

    static boolean areLanguages(String typed) {
        return Arrays.stream(typed.split("[\\s,;]+"))
                .filter(tag -> !tag.isEmpty())
                .allMatch(Typed::isLanguage);
    }

    /** Well-formed, and of a language that there is. */
    static boolean isLanguage(String tag) {
        try {
            var language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
            return LANGUAGES.contains(language)
                    || !new ULocale(language)
                            .getDisplayLanguage(ULocale.ENGLISH)
                            .equals(language);
        } catch (IllformedLocaleException notATag) {
            return false;
        }
    }

    private static String canonical(String tag) {
        return Locale.forLanguageTag(tag).toLanguageTag();
    }
}

package org.enlace;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text that exists in one to four languages. A missing one shows another, and {@link Said#language()} tells which, so that the page can mark it;
 * it never blanks and never fails.
 */
public record Multilingual(Map<Language, String> texts) {

    public Multilingual {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("a text must exist in one language at least");
        }
        texts = Map.copyOf(texts);
    }

    public static Multilingual of(@Nullable String en, @Nullable String es, @Nullable String fr, @Nullable String pt) {
        var texts = new EnumMap<Language, String>(Language.class);
        put(texts, Language.EN, en);
        put(texts, Language.ES, es);
        put(texts, Language.FR, fr);
        put(texts, Language.PT, pt);
        return new Multilingual(texts);
    }

    /** The text in the language asked for, else in English, else in any; with the language it is really in. */
    public Said in(Language language) {
        for (var candidate : new Language[] {language, Language.EN, Language.ES, Language.FR, Language.PT}) {
            var text = texts.get(candidate);
            if (text != null) {
                return new Said(text, candidate, candidate == language);
            }
        }
        throw new IllegalStateException("a multilingual text without a text");
    }

    private static void put(Map<Language, String> texts, Language language, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            texts.put(language, text);
        }
    }

    /** A text as found: its words, the language they are in, and whether that is the one asked for. */
    public record Said(String text, Language language, boolean asAsked) {
        @Override
        public String toString() {
            return text;
        }
    }
}

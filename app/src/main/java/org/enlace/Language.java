package org.enlace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The four languages of the platform. Interface, content and the language a state accepts are three different things; all are of this type. */
public enum Language {
    EN("en", "English", Locale.forLanguageTag("en-001")),
    ES("es", "Español", Locale.forLanguageTag("es-419")),
    FR("fr", "Français", Locale.CANADA_FRENCH),
    PT("pt", "Português", Locale.forLanguageTag("pt-BR"));

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String ownName, Locale locale) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = locale;
    }

    /** The BCP 47 tag, two letters: what stands in {@code lang} attributes, addresses and signed data. */
    public String tag() {
        return tag;
    }

    /** The language's name in itself, as the switch on every page shows it. */
    public String ownName() {
        return ownName;
    }

    /** How dates and numbers are written for readers in the Americas. */
    public Locale locale() {
        return locale;
    }

    public static Optional<Language> of(String tag) {
        return List.of(values()).stream()
                .filter(language -> language.tag.equalsIgnoreCase(tag))
                .findFirst();
    }
}

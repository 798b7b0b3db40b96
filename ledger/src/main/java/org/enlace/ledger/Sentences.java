package org.enlace.ledger;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The sentences of this module in one of its four languages. Places are numbered; an apostrophe is written as ’ or doubled. */
record Sentences(String language) {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The language asked for, or that of the system, or English: whichever first is one of the four. */
    static Sentences in(@Nullable String asked) {
        for (String language :
                new String[] {asked == null ? "" : asked, Locale.getDefault().getLanguage()}) {
            if (isKnown(language)) {
                return new Sentences(language);
            }
        }
        return new Sentences("en");
    }

    static boolean isKnown(String language) {
        return language.equals("en") || language.equals("es") || language.equals("fr") || language.equals("pt");
    }

    String say(String key, Object... arguments) {
        return new MessageFormat(bundle().getString(key), Locale.forLanguageTag(language)).format(arguments);
    }

    String say(Reason reason) {
        return say("reason." + reason.code(), reason.arguments().toArray());
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(
                "org.enlace.ledger.messages", language.equals("en") ? Locale.ROOT : Locale.of(language), EXACT);
    }
}

package org.enlace.documents;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.ui.Option;

/** What a person says of a file they attach: its language, what it is to the text it comes with, and what it is. */
final class Attaching {

    /** As sealed messages carry them (exchange.md, "Values"). */
    static final List<String> RELATIONS = List.of("original", "official", "courtesy", "machine");

    /** The usual first: what nothing else fits. */
    static final List<String> KINDS = List.of("other", "provision", "order", "power", "request");

    private Attaching() {}

    /** The languages that files come in here, by their names in the reader's. */
    static List<Option> languages(Language reader) {
        return Stream.of("es", "en", "pt", "fr", "nl", "ht", "gn", "qu", "ay")
                .map(tag -> Option.of(tag, new ULocale(tag).getDisplayLanguage(ULocale.forLocale(reader.locale()))))
                .toList();
    }
}

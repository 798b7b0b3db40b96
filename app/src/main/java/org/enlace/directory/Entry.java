package org.enlace.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.treaties.Instrument;
import org.enlace.ui.Words;

/**
 * An authority in a list.
 *
 * @param designations those recorded for the day
 */
record Entry(Authority authority, List<Designation> designations, Map<String, Instrument> instruments) {

    /** "Budapest Convention: 24/7 point of contact; Palermo Convention: mutual assistance". */
    String designatedFor(Language language) {
        var words = Words.of(Entry.class, language);
        return designations.stream()
                .map(one -> words.say(
                        "designation.line",
                        Optional.ofNullable(instruments.get(one.instrument()))
                                .map(instrument -> instrument.shortName(language))
                                .orElse(one.instrument()),
                        words.say("function." + one.function().name())))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    String trust(Words words) {
        return EntryWords.trust(authority, designations, words.language());
    }
}

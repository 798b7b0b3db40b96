package org.enlace.treaties;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.enlace.Multilingual;
import org.jspecify.annotations.Nullable;

/**
 * An instrument, as programs get it.
 *
 * @param name in the languages we have it in, by language tag
 * @param inForce {@code yes}, {@code no} or {@code not-known}
 * @param parent the instrument of which it is a protocol, or null
 */
record TreatyAnswer(
        String id,
        Map<String, String> name,
        Map<String, String> title,
        String reference,
        String depositary,
        @Nullable String adopted,
        @Nullable String opened,
        String inForce,
        @Nullable LocalDate inForceSince,
        @Nullable String parent,
        List<String> subjects) {

    static TreatyAnswer of(Instrument instrument) {
        var adopted = instrument.adopted();
        var opened = instrument.opened();
        return new TreatyAnswer(
                instrument.id(),
                texts(instrument.shortName()),
                texts(instrument.title()),
                instrument.reference(),
                instrument.depositary(),
                adopted == null ? null : adopted.toString(),
                opened == null ? null : opened.toString(),
                instrument.inForce().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                instrument.inForceSince(),
                instrument.parent(),
                instrument.subjects());
    }

    private static Map<String, String> texts(Multilingual text) {
        return text.texts().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().tag(), Map.Entry::getValue));
    }
}

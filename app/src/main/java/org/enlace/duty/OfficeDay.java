package org.enlace.duty;

import java.time.Instant;
import java.time.LocalDate;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * A day on which an authority is closed or open other than its state's calendar says.
 *
 * @param name why, as it was typed, in {@code language}
 */
record OfficeDay(LocalDate day, Word word, String name, String language, String byName, Instant at) {

    /** The language it is written in where that is not the reader's, or null. */
    @Nullable
    String foreign(Words words) {
        return language.equals(words.language().tag()) ? null : language;
    }

    /** The words are {@code office-day.<NAME>}. */
    enum Word {
        CLOSED,
        OPEN,
        /** What was said before no longer holds. */
        AS_STATE
    }
}

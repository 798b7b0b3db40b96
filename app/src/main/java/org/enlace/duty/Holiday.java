package org.enlace.duty;

import java.time.Instant;
import java.time.LocalDate;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * A day that is, or was, a public holiday of a state.
 *
 * @param word what the state said of it last, or null when only a library knows it
 */
record Holiday(LocalDate day, Name name, @Nullable Word word) {

    /** Whether offices are closed on it. */
    boolean isOff() {
        return word == null || word.kind().isOff();
    }

    boolean isOfLibrary() {
        return word == null;
    }

    /** How it is called: by a key of the library, whose names are words of this room, or as the state typed it. */
    record Name(String libraryKey, String text, String language) {

        static Name ofLibrary(String key) {
            return new Name(key, "", "");
        }

        static Name typed(String text, String language) {
            return new Name("", text, language);
        }

        /** A key that is younger than our words shows as the library spells it. */
        String said(Words words) {
            return libraryKey.isEmpty()
                    ? text
                    : words.find("holiday." + libraryKey).orElse(libraryKey);
        }

        /** The language it is written in where that is not the reader's, or null. */
        @Nullable
        String foreign(Words words) {
            return libraryKey.isEmpty() && !language.equals(words.language().tag()) ? language : null;
        }
    }

    /**
     * A word of the state on a day.
     *
     * @param otherDay where it was moved to, or from; null for what was not moved
     */
    record Word(Kind kind, @Nullable LocalDate otherDay, String byName, Instant at) {}

    /** What a state says; the words are {@code word.<NAME>}. */
    enum Kind {
        /** The library was right. */
        CONFIRMED,
        ADDED,
        /** "We work that day." */
        WORKED,
        MOVED_AWAY,
        MOVED_HERE;

        boolean isOff() {
            return this != WORKED && this != MOVED_AWAY;
        }
    }
}

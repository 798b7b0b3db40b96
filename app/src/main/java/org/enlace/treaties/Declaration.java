package org.enlace.treaties;

import java.util.List;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.states.FactDate;
import org.jspecify.annotations.Nullable;

/**
 * A declaration, reservation, understanding or notification, summed up in our own words.
 *
 * @param articles the articles it concerns, as {@code 29(4)}
 * @param language the language of the summary
 * @param date when it was made, or null when no source says
 */
public record Declaration(
        String instrument,
        StateCode state,
        Kind kind,
        List<String> articles,
        Language language,
        String summary,
        @Nullable FactDate date,
        String source) {

    /** Whether it concerns an article or a paragraph of it: {@code 29} covers {@code 29(4)}. */
    public boolean concerns(String article) {
        return articles.stream().anyMatch(mine -> mine.equals(article) || mine.startsWith(article + "("));
    }

    /** The kinds; the words are {@code declaration.<NAME>}. */
    public enum Kind {
        DECLARATION,
        RESERVATION,
        UNDERSTANDING,
        WITHDRAWAL_OF_RESERVATION,
        CENTRAL_AUTHORITY,
        EXTRADITION_AUTHORITY,
        CONTACT_24_7
    }
}

package org.enlace.treaties;

import java.util.Arrays;
import java.util.List;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.states.FactDate;
import org.jspecify.annotations.Nullable;

/**
 * What a state said under an instrument without becoming or ceasing to be a party: a declaration, reservation, objection, notification, or the withdrawal of one.
 *
 * @param id what another names that withdraws it or objects to it
 * @param articles the articles it concerns, as {@code 29(4)}
 * @param text in the languages we have it in, or null where the fact alone is known
 * @param summary whether the text is ours and not the state's
 * @param date when it was made, or null when no source says
 * @param about of a withdrawal what is withdrawn, of an objection what it objects to, by its id; empty where our data do not have that
 * @param against of an objection the state objected to, otherwise null
 * @param languages of a notification of languages, BCP 47 tags; otherwise empty
 * @param source the id of a {@link org.enlace.states.Source}
 */
public record Declaration(
        String id,
        String instrument,
        StateCode state,
        Kind kind,
        List<String> articles,
        @Nullable Multilingual text,
        boolean summary,
        @Nullable FactDate date,
        String about,
        @Nullable StateCode against,
        List<String> languages,
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
        /** To what another state declared or reserved. */
        OBJECTION,
        /** In which languages requests may be made, as Article 18(14) of the Palermo Convention asks. */
        LANGUAGE_NOTIFICATION,
        /** Of a declaration, reservation, objection or notification; undated ones withdraw from the beginning. */
        WITHDRAWAL,
        CENTRAL_AUTHORITY,
        EXTRADITION_AUTHORITY,
        CONTACT_24_7;

        /** Whether it only names an authority: whom to address is the directory's matter. */
        public boolean designates() {
            return this == CENTRAL_AUTHORITY || this == EXTRADITION_AUTHORITY || this == CONTACT_24_7;
        }

        /** Those that are entered here, in the order in which the form offers them. */
        static List<Kind> entered() {
            return Arrays.stream(values()).filter(kind -> !kind.designates()).toList();
        }
    }
}

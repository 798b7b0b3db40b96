package org.enlace.requirements;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * What a state needs of one field of a form, or of the whole form.
 *
 * @param form by name, such as {@code preservation/1}
 * @param field the id of the field; empty for the whole form
 * @param need of the field; null for the whole form
 * @param languages in which the whole form is taken, as tags; empty for a field, and where the state said nothing
 * @param paper of the whole form: whether what is sent here takes the place of paper; null for a field, and where the state said nothing
 * @param note in the state's own words: why, or what has to be annexed; null where there is none
 * @param since the day from which it holds, where the state is
 * @param evidence where the state said so
 */
public record Rule(
        StateCode state,
        String form,
        String field,
        @Nullable Need need,
        List<String> languages,
        @Nullable Paper paper,
        @Nullable Multilingual note,
        LocalDate since,
        String evidence) {

    public Rule {
        languages = List.copyOf(languages);
    }

    public boolean isOfWholeForm() {
        return field.isEmpty();
    }

    String subject() {
        return subject(state, form, field);
    }

    static String subject(StateCode state, String form, String field) {
        return state.iso3() + '/' + form + '/' + field;
    }

    /** The words are {@code need.<NAME>}. */
    public enum Need {
        BLOCKING("blocking"),
        RECOMMENDED("recommended"),
        OPTIONAL("optional"),
        /** What is written there is not sent: the state does not take it. */
        NOT_ACCEPTED("not-accepted");

        private final String code;

        Need(String code) {
            this.code = code;
        }

        /** As browsers and the database read it. */
        public String code() {
            return code;
        }

        static Optional<Need> of(String code) {
            return Arrays.stream(values())
                    .filter(need -> need.code.equals(code))
                    .findFirst();
        }
    }

    /** What a request that is sent here is beside one on paper, by the state's own law. The words are {@code paper.<NAME>}. */
    public enum Paper {
        /** It is the original; no paper follows. */
        REPLACES("replaces"),
        /** It counts from its arrival, and the signed paper must follow. */
        SUPPLEMENTS("supplements"),
        /** It is a courtesy copy; the request is the paper. */
        COURTESY("courtesy");

        private final String code;

        Paper(String code) {
            this.code = code;
        }

        /** As it is written down. */
        String code() {
            return code;
        }

        static Optional<Paper> of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst();
        }
    }
}

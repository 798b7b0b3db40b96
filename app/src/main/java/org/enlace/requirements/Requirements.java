package org.enlace.requirements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;

/** What states need in a request, for whoever writes one. Public: a state declares it so that it is known. */
@Component
public class Requirements {

    private final RuleRows rows;

    Requirements(RuleRows rows) {
        this.rows = rows;
    }

    /** @param on a day where the state is */
    public List<Rule> of(StateCode state, LocalDate on) {
        return rows.of(state, on);
    }

    /** Those about one form, by its name. */
    public List<Rule> of(StateCode state, String form, LocalDate on) {
        return of(state, on).stream().filter(rule -> rule.form().equals(form)).toList();
    }

    /** What the state said of paper beside such a form; nothing where it said nothing. */
    public Optional<Rule> paper(StateCode state, String form, LocalDate on) {
        return of(state, form, on).stream().filter(rule -> rule.paper() != null).findFirst();
    }

    /** In the reader's words. */
    public static String say(Rule.Paper paper, Language language) {
        return Words.of(Requirements.class, language).say("paper." + paper.name());
    }
}

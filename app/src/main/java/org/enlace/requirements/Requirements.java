package org.enlace.requirements;

import java.time.LocalDate;
import java.util.List;
import org.enlace.StateCode;
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
}

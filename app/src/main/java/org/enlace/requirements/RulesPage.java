package org.enlace.requirements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.enlace.Language;
import org.enlace.forms.Form;
import org.enlace.states.State;
import org.enlace.states.Tongues;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * "What we need in a request": what a state declared, form by form.
 *
 * @param forms those that can be sent, each with what the state says of it
 * @param keeps whether the viewer may propose rules
 */
record RulesPage(State state, LocalDate on, List<OfForm> forms, boolean keeps) implements Page {

    @Override
    public String title(Words words) {
        return words.say("rules.title", state.name(words.language()));
    }

    @Override
    public @Nullable LocalDate asOf() {
        return on;
    }

    List<OfForm> declared() {
        return forms.stream().filter(each -> !each.rules().isEmpty()).toList();
    }

    String edit(Form form, String field) {
        return "/states/" + state.code().iso3() + "/requirements/" + form.slug() + "?field=" + field;
    }

    /** What a rule is about, in words. */
    static String label(Form form, String field, Words words) {
        return field.isEmpty()
                ? words.say("rule.whole")
                : RuleForm.askable(form)
                        .filter(each -> each.id().equals(field))
                        .findFirst()
                        .map(each -> said(each, words.language()))
                        .orElse(field);
    }

    private static String said(Form.Field field, Language language) {
        var brief = field.brief();
        return (brief == null ? field.label() : brief).in(language).text();
    }

    /** @param rules the one about the whole form first */
    record OfForm(Form form, List<Rule> rules) {

        String title(Words words) {
            return form.title().in(words.language()).text();
        }

        String said(Rule rule, Words words) {
            var need = rule.need();
            if (need != null) {
                return words.say("need." + need.name());
            }
            var said = new ArrayList<String>();
            if (!rule.languages().isEmpty()) {
                said.add(words.say("rule.taken-in", Tongues.names(rule.languages(), words.language())));
            }
            if (rule.paper() != null) {
                said.add(words.say("paper." + rule.paper().name()));
            }
            return String.join(". ", said);
        }
    }
}

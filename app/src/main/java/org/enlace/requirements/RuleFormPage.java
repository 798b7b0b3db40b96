package org.enlace.requirements;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.enlace.changes.GroundsForm;
import org.enlace.forms.Form;
import org.enlace.states.State;
import org.enlace.ui.Field;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;

/**
 * Proposes what a state needs of a form, or of one field of it.
 *
 * @param stands whether there is such a rule already, which can be taken back
 */
record RuleFormPage(State state, Form about, RuleForm form, GroundsForm grounds, boolean stands, Problems problems)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say("rule.title", about.title().in(words.language()).text());
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }

    String home() {
        return "/states/" + state.code().iso3() + "/requirements";
    }

    String action() {
        return home() + '/' + about.slug();
    }

    Field field(String name, Object value, Words words) {
        return Field.of(words, "rule." + name, name).holding(value).facing(problems);
    }

    Field note(String language, String value, Words words) {
        return Field.of(words, "rule.note." + language, language).holding(value).facing(problems);
    }

    List<Option> fields(Words words) {
        return Stream.concat(Stream.of(""), RuleForm.askable(about).map(Form.Field::id))
                .map(id -> Option.of(id, RulesPage.label(about, id, words)))
                .toList();
    }

    List<Option> needs(Words words) {
        return Arrays.stream(Rule.Need.values())
                .map(need -> Option.of(need.code(), words.say("need." + need.name())))
                .toList();
    }

    List<Option> papers(Words words) {
        return Arrays.stream(Rule.Paper.values())
                .map(paper -> Option.of(paper.code(), words.say("paper." + paper.name())))
                .toList();
    }
}

package org.enlace.requirements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlace.Language;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.changes.Change;
import org.enlace.changes.Matter;
import org.enlace.directory.Keepers;
import org.enlace.forms.Forms;
import org.enlace.states.States;
import org.enlace.states.Tongues;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a state needs, as a matter of changes. A subject is {@code CRI/preservation/1/P-11}, with nothing after the last slash for the whole form. */
@Component
class RuleMatter implements Matter {

    static final String KIND = "requirement";

    private final RuleRows rows;
    private final Forms forms;
    private final States states;

    RuleMatter(RuleRows rows, Forms forms, States states) {
        this.rows = rows;
        this.forms = forms;
        this.states = states;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String room() {
        return "requirements";
    }

    @Override
    public boolean mayPropose(Viewer viewer, StateCode state) {
        return Keepers.mayPropose(viewer, state);
    }

    @Override
    public Optional<JsonNode> current(String subject) {
        var key = Key.of(subject);
        return rows.latest(key.state, key.form, key.field).map(RuleValue::of);
    }

    @Override
    public String title(String subject, Words words) {
        var key = Key.of(subject);
        var form = forms.require(key.form);
        return words.say(
                "rule.matter",
                states.require(key.state).name(words.language()),
                form.title().in(words.language()).text(),
                RulesPage.label(form, key.field, words));
    }

    @Override
    public String path(String subject) {
        return "/states/" + Key.of(subject).state.iso3() + "/requirements";
    }

    @Override
    public List<Line> lines(JsonNode value, Words words) {
        var lines = new ArrayList<Line>();
        Rule.Need.of(RuleValue.text(value, "need"))
                .ifPresent(need -> lines.add(new Line(words.say("rule.need"), words.say("need." + need.name()))));
        if (!RuleValue.languages(value).isEmpty()) {
            lines.add(
                    new Line(words.say("rule.languages"), Tongues.names(RuleValue.languages(value), words.language())));
        }
        Rule.Paper.of(RuleValue.text(value, "paper"))
                .ifPresent(paper -> lines.add(new Line(words.say("rule.paper"), words.say("paper." + paper.name()))));
        lines.add(new Line(words.say("rule.since"), words.date(LocalDate.parse(RuleValue.text(value, "since")))));
        for (var language : Language.values()) {
            if (!RuleValue.text(value, language.tag()).isEmpty()) {
                lines.add(new Line(words.say("rule.note." + language.tag()), RuleValue.text(value, language.tag())));
            }
        }
        return lines;
    }

    @Override
    public void apply(Change change) {
        var key = Key.of(change.subject());
        var rule = RuleValue.read(
                key.state, key.form, key.field, change.fact(), change.grounds().source());
        rows.keep(
                rule,
                change.after() == null,
                change.id(),
                change.requireDecision().at());
    }

    @Override
    public boolean isPublic() {
        return true;
    }

    private record Key(StateCode state, String form, String field) {

        static Key of(String subject) {
            var parts = subject.split("/", -1);
            if (parts.length != 4) {
                throw Refused.absent();
            }
            return new Key(StateCode.parse(parts[0]).orElseThrow(Refused::absent), parts[1] + '/' + parts[2], parts[3]);
        }
    }
}

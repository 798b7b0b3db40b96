package org.enlace.requirements;

import java.time.LocalDate;
import java.util.List;
import org.enlace.Language;
import org.enlace.StateCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A rule as a change writes it down, and back. */
final class RuleValue {

    private RuleValue() {}

    static JsonNode of(Rule rule) {
        var need = rule.need();
        var paper = rule.paper();
        var value = JsonNodeFactory.instance
                .objectNode()
                .put("need", need == null ? "" : need.code())
                .put("since", rule.since().toString());
        if (paper != null) {
            value.put("paper", paper.code());
        }
        rule.languages().forEach(value.withArray("languages")::add);
        for (var language : Language.values()) {
            value.put(language.tag(), RuleRows.text(rule.note(), language));
        }
        return value;
    }

    static Rule read(StateCode state, String form, String field, JsonNode value, String evidence) {
        return new Rule(
                state,
                form,
                field,
                Rule.Need.of(text(value, "need")).orElse(null),
                languages(value),
                Rule.Paper.of(text(value, "paper")).orElse(null),
                RuleRows.note(text(value, "en"), text(value, "es"), text(value, "fr"), text(value, "pt")),
                LocalDate.parse(text(value, "since")),
                evidence);
    }

    static String text(JsonNode value, String member) {
        return value.path(member).asString("");
    }

    static List<String> languages(JsonNode value) {
        return value.path("languages").valueStream().map(JsonNode::asString).toList();
    }
}

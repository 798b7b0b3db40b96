package org.enlace.drafting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.enlace.Multilingual;
import org.enlace.requirements.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What the requested state declared that it needs of a form, as browsers read it.
 *
 * @param languages in which it takes requests, as tags: what it declared of the form, else what the directory has of the authority; empty when no source says
 * @param note of the whole form, by language
 * @param fields by id
 */
record Required(List<String> languages, Map<String, String> note, Map<String, Ask> fields) {

    static Required of(List<Rule> rules, List<String> known) {
        var whole = rules.stream().filter(Rule::isOfWholeForm).findFirst();
        var fields = new HashMap<String, Ask>();
        rules.stream().filter(rule -> !rule.isOfWholeForm()).forEach(rule -> fields.put(rule.field(), Ask.of(rule)));
        return new Required(
                whole.map(Rule::languages)
                        .filter(declared -> !declared.isEmpty())
                        .orElse(known),
                texts(whole.map(Rule::note).orElse(null)),
                fields);
    }

    private static Map<String, String> texts(@Nullable Multilingual note) {
        return note == null
                ? Map.of()
                : note.texts().entrySet().stream()
                        .collect(Collectors.toMap(text -> text.getKey().tag(), Map.Entry::getValue));
    }

    record Ask(String need, Map<String, String> note) {

        static Ask of(Rule rule) {
            return new Ask(Objects.requireNonNull(rule.need()).code(), texts(rule.note()));
        }
    }
}

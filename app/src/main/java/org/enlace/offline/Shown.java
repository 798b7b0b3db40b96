package org.enlace.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.enlace.Language;
import org.enlace.forms.Form;
import org.enlace.forms.FormBasis;

/** A form or message that was opened, line by line in the reader's language. Values were written by another program: what does not fit is shown as it is. */
final class Shown {

    private final Form form;
    private final Language language;
    private final List<String> lines = new ArrayList<>();

    private Shown(Form form, Language language) {
        this.form = form;
        this.language = language;
    }

    static List<String> of(Form form, List<Form.Group> groups, Map<String, Object> values, Language language) {
        var shown = new Shown(form, language);
        for (var group : groups) {
            if (group.fields().stream().anyMatch(field -> Rules.isGiven(values.get(field.id())))) {
                shown.lines.add("");
                shown.lines.add("== " + group.title().in(language).text());
                shown.fields(group.fields(), values, "");
            }
        }
        return shown.lines;
    }

    private void fields(List<Form.Field> fields, Map<String, Object> values, String indent) {
        for (var field : fields) {
            var value = values.get(field.id());
            if (value == null || !Rules.isGiven(value)) {
                continue;
            }
            var brief = field.brief() == null ? field.label() : field.brief();
            var label = indent + brief.in(language).text();
            if (field.type() == Form.Type.LIST) {
                lines.add(label);
                Rules.items(value).forEach(item -> {
                    lines.add(indent + "  -");
                    fields(field.fields(), item, indent + "    ");
                });
            } else {
                lines.add(label + ": " + text(field, value).replace("\n", "\n" + indent + "    "));
            }
        }
    }

    private String text(Form.Field field, Object value) {
        return switch (value) {
            case Boolean tick -> "✓";
            case List<?> several ->
                String.join(
                        "; ",
                        several.stream()
                                .map(code -> choice(field, String.valueOf(code)))
                                .toList());
            case Map<?, ?> moment -> moment.get("date") + " " + moment.get("time") + " " + moment.get("offset");
            default -> choice(field, Rules.text(value));
        };
    }

    private String choice(Form.Field field, String code) {
        return form.choices(field).stream()
                .filter(choice -> choice.code().equals(code))
                .map(choice -> FormBasis.label(form, choice, language))
                .findFirst()
                .orElse(code);
    }
}

package org.enlace.offline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.Language;
import org.enlace.forms.Form;
import org.enlace.forms.FormBasis;
import org.jspecify.annotations.Nullable;

/** Asks the questions of a form one after the other, in the reader's language; what is needed is asked again until it is there. */
final class Interview {

    private final Terminal terminal;
    private final Rules rules;
    private final Language language;
    private final String example;
    private final Map<String, String> reasons = new LinkedHashMap<>();

    Interview(Terminal terminal, Rules rules, Instant now, ZoneId zone) {
        this.terminal = terminal;
        this.rules = rules;
        this.language = terminal.words().language();
        this.example = When.example(now, zone);
    }

    /** What was answered. */
    Map<String, Object> ask(List<Form.Group> groups) {
        var values = new LinkedHashMap<String, Object>(rules.withDerived(Map.of()));
        for (var group : groups) {
            terminal.blank();
            terminal.print("== " + group.title().in(language).text());
            terminal.print(group.intro().in(language).text());
            fields(group.fields(), List.of(values), "");
        }
        return values;
    }

    /** Why something advised was left out, by path; what is asked later adds to it. */
    Map<String, String> reasons() {
        return reasons;
    }

    private void fields(List<Form.Field> fields, List<Map<String, Object>> scope, String path) {
        for (var field : fields) {
            if (field.type().isTyped() && rules.isAsked(field, scope)) {
                question(field, scope, path + field.id());
            }
        }
    }

    private void question(Form.Field field, List<Map<String, Object>> scope, String path) {
        var need = rules.need(field, scope);
        while (true) {
            var value = value(field, scope, need == Form.Need.BLOCKING, path);
            if (value == null || !Rules.isGiven(value)) {
                if (need == Form.Need.BLOCKING) {
                    terminal.say("answer.needed");
                    continue;
                }
                if (need == Form.Need.RECOMMENDED && !excused(path)) {
                    continue;
                }
                return;
            }
            var wrong = Examination.wrong(rules, field, value, scope);
            if (wrong.isEmpty()) {
                scope.getFirst().put(field.id(), value);
                return;
            }
            terminal.print(wrong.get().in(language).text());
        }
    }

    /** What is advised is left out with a reason that travels with the request. */
    private boolean excused(String path) {
        if (!reasons.containsKey(path)) {
            var reason = terminal.ask(terminal.words().say("answer.reason"));
            if (reason.isEmpty()) {
                return false;
            }
            reasons.put(path, reason);
        }
        return true;
    }

    private @Nullable Object value(Form.Field field, List<Map<String, Object>> scope, boolean needed, String path) {
        var label = label(field, needed);
        return switch (field.type()) {
            case TICK -> terminal.agrees("tick", label) ? Boolean.TRUE : null;
            case CHOICE -> {
                var choices = rules.choices(field, scope);
                var usual = labels(choices.stream()
                        .filter(choice -> choice.code().equals(field.preset()))
                        .toList());
                var asked =
                        usual.isEmpty() ? label : label + " " + terminal.words().say("answer.usual", usual.getFirst());
                yield terminal.choose(asked, labels(choices), needed && usual.isEmpty())
                        .map(chosen -> choices.get(chosen).code())
                        .orElse(field.preset());
            }
            case CHOICES -> several(field, scope, label);
            case LIST -> list(field, scope, label, path);
            case LONG -> terminal.askLong(label + " " + terminal.words().say("answer.long"));
            case MOMENT -> {
                var typed = terminal.ask(label + " " + terminal.words().say("answer.moment", example));
                yield typed.isEmpty() ? null : When.moment(typed).orElse(new LinkedHashMap<>(Map.of("date", typed)));
            }
            case DATE -> terminal.ask(label + " " + terminal.words().say("answer.date"));
            default -> terminal.ask(label);
        };
    }

    private Object several(Form.Field field, List<Map<String, Object>> scope, String label) {
        var choices = rules.choices(field, scope);
        var chosen = new ArrayList<Object>();
        Optional<Integer> next;
        do {
            var left = choices.stream()
                    .filter(choice -> !chosen.contains(choice.code()))
                    .toList();
            next = left.isEmpty() ? Optional.empty() : terminal.choose(label, labels(left), false);
            next.ifPresent(at -> chosen.add(left.get(at).code()));
        } while (next.isPresent());
        return chosen;
    }

    private Object list(Form.Field field, List<Map<String, Object>> scope, String label, String path) {
        var items = new ArrayList<Object>();
        terminal.print(label);
        while (items.size() < (field.max() == null ? 100 : field.max())
                && terminal.agrees(items.isEmpty() ? "list.first" : "list.more", items.size())) {
            Map<String, Object> item = new LinkedHashMap<>();
            fields(field.fields(), Rules.within(item, scope), path + "/");
            if (!item.isEmpty()) {
                items.add(item);
            }
        }
        return items;
    }

    private List<String> labels(List<Form.Choice> choices) {
        return choices.stream()
                .map(choice -> FormBasis.label(rules.form(), choice, language))
                .toList();
    }

    private String label(Form.Field field, boolean needed) {
        var label = field.label().in(language).text();
        var hint = field.hint() == null ? "" : " (" + field.hint().in(language).text() + ")";
        return label + (needed ? " *" : "") + hint;
    }
}

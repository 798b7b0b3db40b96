package org.enlace.offline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.enlace.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * What of a form is asked, and how much it is needed, by the rules that browsers go by too ({@code app/src/main/web/src/form}). A scope is the values around a field, the
 * nearest first. What a kit cannot tell, such as what a state reserved, counts as not so.
 *
 * @param facts names that hold, such as {@code instrument:budapest}
 * @param derived what fills derived fields
 * @param files that go along
 */
record Rules(Form form, Set<String> facts, Map<String, String> derived, List<SealAnswers.Attached> files) {

    Rules with(List<SealAnswers.Attached> attached) {
        return new Rules(form, facts, derived, attached);
    }

    boolean isAsked(Form.Field field, List<Map<String, Object>> scope) {
        return applies(field.when(), scope);
    }

    Form.Need need(Form.Field field, List<Map<String, Object>> scope) {
        return field.demands().stream()
                .filter(demand -> applies(demand.when(), scope))
                .map(Form.Demand::need)
                .findFirst()
                .orElse(field.need());
    }

    List<Form.Choice> choices(Form.Field field, List<Map<String, Object>> scope) {
        return form.choices(field).stream()
                .filter(choice -> applies(choice.when(), scope))
                .toList();
    }

    /** The pattern that a value must fit because of the kind that was chosen for it. */
    Optional<String> pattern(Form.Field field, List<Map<String, Object>> scope) {
        var kind = field.like() == null ? null : look(scope, field.like());
        return form.lists().values().stream()
                .flatMap(List::stream)
                .filter(choice -> choice.pattern() != null && choice.code().equals(kind))
                .map(Form.Choice::pattern)
                .findFirst();
    }

    /** The files of the kind that a field asks for. */
    List<SealAnswers.Attached> files(Form.Field field) {
        return files.stream()
                .filter(file -> file.kind() != null && file.kind().equals(field.annex()))
                .toList();
    }

    /** The values with the derived ones among them, and the names of the files that are asked for. */
    Map<String, Object> withDerived(Map<String, Object> values) {
        var all = new LinkedHashMap<>(values);
        form.groups().stream()
                .flatMap(group -> group.fields().stream())
                .filter(field -> field.type() == Form.Type.FILES)
                .forEach(field -> all.put(
                        field.id(),
                        files(field).stream().map(SealAnswers.Attached::path).toList()));
        form.groups().stream()
                .flatMap(group -> group.fields().stream())
                .filter(field -> field.from() != null)
                .forEach(field -> {
                    var known = derived.get(field.from());
                    if (known != null) {
                        all.put(field.id(), known);
                    }
                });
        return all;
    }

    /** What is given away of the values: answers that apply, in the order of the form. */
    Map<String, Object> finished(List<Form.Group> groups, Map<String, Object> values) {
        var done = new LinkedHashMap<String, Object>();
        groups.forEach(group -> done.putAll(finished(group.fields(), List.of(withDerived(values)))));
        return done;
    }

    /** The choices that the host may see, by the names of the act's members. */
    Map<String, String> coded(Map<String, Object> values) {
        var coded = new LinkedHashMap<String, String>();
        form.groups().stream()
                .flatMap(group -> group.fields().stream())
                .filter(field -> field.coded() != null && field.type() == Form.Type.CHOICE)
                .filter(field -> isGiven(values.get(field.id())))
                .forEach(field -> coded.put(String.valueOf(field.coded()), text(values.get(field.id()))));
        return coded;
    }

    static boolean isGiven(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean tick -> tick;
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> moment -> !moment.isEmpty();
            default -> !text(value).isEmpty();
        };
    }

    static String text(@Nullable Object value) {
        return value instanceof String text ? text.strip() : "";
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> items(@Nullable Object value) {
        var items = new ArrayList<Map<String, Object>>();
        if (value instanceof List<?> list) {
            list.stream().filter(Map.class::isInstance).forEach(item -> items.add((Map<String, Object>) item));
        }
        return items;
    }

    static List<Map<String, Object>> within(Map<String, Object> item, List<Map<String, Object>> scope) {
        var deeper = new ArrayList<Map<String, Object>>();
        deeper.add(item);
        deeper.addAll(scope);
        return deeper;
    }

    private Map<String, Object> finished(List<Form.Field> fields, List<Map<String, Object>> scope) {
        var done = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var value = scope.getFirst().get(field.id());
            if (!field.type().isTyped() || !isAsked(field, scope) || !isGiven(value)) {
                continue;
            }
            if (field.type() == Form.Type.LIST) {
                done.put(
                        field.id(),
                        items(value).stream()
                                .map(item -> finished(field.fields(), within(item, scope)))
                                .filter(item -> !item.isEmpty())
                                .toList());
            } else {
                done.put(field.id(), value instanceof String ? text(value) : value);
            }
        }
        return done;
    }

    private boolean applies(Form.@Nullable Condition condition, List<Map<String, Object>> scope) {
        if (condition == null) {
            return true;
        }
        if (condition.any() != null) {
            return condition.any().stream().anyMatch(each -> applies(each, scope));
        }
        if (condition.all() != null) {
            return condition.all().stream().allMatch(each -> applies(each, scope));
        }
        if (condition.not() != null) {
            return !applies(condition.not(), scope);
        }
        if (condition.context() != null) {
            return facts.contains(condition.context());
        }
        var value = look(scope, String.valueOf(condition.field()));
        return condition.is() != null
                && condition.is().stream()
                        .anyMatch(wanted -> wanted.equals(value)
                                || (value == null && wanted.equals(false))
                                || (value instanceof List<?> codes && codes.contains(wanted)));
    }

    private static @Nullable Object look(List<Map<String, Object>> scope, String id) {
        return scope.stream()
                .filter(each -> each.get(id) != null)
                .map(each -> each.get(id))
                .findFirst()
                .orElse(null);
    }
}

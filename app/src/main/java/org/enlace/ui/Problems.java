package org.enlace.ui;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;

/**
 * What is wrong with a form that was sent: one sentence for each field, in the order of the form.
 *
 * @param sentences by the field's name
 */
public record Problems(Map<String, String> sentences) {

    public static final Problems NONE = new Problems(Map.of());

    /** The messages of the constraints are keys of the room's words: {@code @NotBlank(message = "name.missing")}. */
    public static Problems of(Errors errors, Words words) {
        var sentences = new LinkedHashMap<String, String>();
        var order = order(errors);
        errors.getFieldErrors().stream()
                .sorted(Comparator.comparingInt(error -> order.indexOf(error.getField())))
                .forEach(error -> sentences.putIfAbsent(
                        error.getField(),
                        words.say(Objects.requireNonNullElse(error.getDefaultMessage(), "field.bad"))));
        return new Problems(sentences);
    }

    public static Problems at(String field, String sentence) {
        return new Problems(Map.of(field, sentence));
    }

    /** These, and those of another part of the form beneath. */
    public Problems and(Problems others) {
        var both = new LinkedHashMap<>(sentences);
        others.sentences.forEach(both::putIfAbsent);
        return new Problems(both);
    }

    public @Nullable String at(String field) {
        return sentences.get(field);
    }

    public boolean areThere() {
        return !sentences.isEmpty();
    }

    /** The validation finds things in no order; people read a form from above. */
    private static List<String> order(Errors errors) {
        var form = errors instanceof BindingResult bound ? bound.getTarget() : null;
        return form instanceof Record
                ? Arrays.stream(form.getClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : List.of();
    }
}

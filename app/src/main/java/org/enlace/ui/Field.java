package org.enlace.ui;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form, as a template needs it: {@code @template.ui.TextField(field = …)} and its sisters draw label, hint, what is wrong and the control, and
 * tie them together for screen readers.
 *
 * @param name the name under which the answer is sent, also the id of the control
 * @param value what to show as typed so far, empty if nothing
 * @param problem what is wrong with it, or null
 */
public record Field(
        String name,
        String label,
        @Nullable String hint,
        String value,
        @Nullable String problem,
        boolean mayStayEmpty) {

    /** The label is the sentence {@code key} of the room's words; the hint is {@code key + ".hint"}, if there is one. */
    public static Field of(Words words, String key, String name) {
        return new Field(name, words.say(key), words.find(key + ".hint").orElse(null), "", null, false);
    }

    public Field holding(@Nullable Object value) {
        return new Field(name, label, hint, Objects.toString(value, ""), problem, mayStayEmpty);
    }

    public Field facing(Problems problems) {
        return new Field(name, label, hint, value, problems.at(name), mayStayEmpty);
    }

    /** Needed is the rule, so only what may stay empty is marked. */
    public Field optional() {
        return new Field(name, label, hint, value, problem, true);
    }

    public boolean isWrong() {
        return problem != null;
    }

    /** The ids of hint and problem for {@code aria-describedby}, or null when there is neither. */
    public @Nullable String describedBy() {
        if (hint == null) {
            return problem == null ? null : name + "-problem";
        }
        return problem == null ? name + "-hint" : name + "-hint " + name + "-problem";
    }
}

package org.enlace.forms;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request without opening it, by the names that conditions use: {@code instrument:<id>} ({@code instrument:none} without a treaty),
 * {@code measure:<code>}, {@code bound:<id>} (both states are bound today), {@code status:<status>}, {@code carried} (it came as a
 * file), {@code urgent}, {@code preserved} (data are preserved for it now), {@code reservation29(4)}.
 *
 * @param hold the names that hold; what is not among them does not, unless only those who read the request can tell
 */
public record Circumstances(Set<String> hold) {

    /** What is sealed: the server can neither hold anybody to it nor leave out what depends on it. */
    private static final Set<String> SEALED = Set.of("offenceOutside2to11");

    public Circumstances {
        hold = Set.copyOf(hold);
    }

    /** The choices of a list that may be offered here: a ground that the governing treaty does not give is not among them. */
    public List<Form.Choice> offered(Form form, String list) {
        return form.choices(list).stream().filter(choice -> may(choice.when())).toList();
    }

    /** Whether it can apply, as far as the server can tell. */
    public boolean may(Form.@Nullable Condition condition) {
        if (condition == null) {
            return true;
        }
        if (condition.any() != null) {
            return condition.any().stream().anyMatch(this::may);
        }
        if (condition.all() != null) {
            return condition.all().stream().allMatch(this::may);
        }
        if (condition.not() != null) {
            return !must(condition.not());
        }
        return condition.context() == null
                || SEALED.contains(condition.context())
                || hold.contains(condition.context());
    }

    private boolean must(Form.Condition condition) {
        if (condition.any() != null) {
            return condition.any().stream().anyMatch(this::must);
        }
        if (condition.all() != null) {
            return condition.all().stream().allMatch(this::must);
        }
        if (condition.not() != null) {
            return !may(condition.not());
        }
        return condition.context() != null && hold.contains(condition.context());
    }
}

package org.enlace.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.enlace.Viewer;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One change: what the fact was, what it shall be, on what grounds, and who decided.
 *
 * @param decidable whether the viewer may decide on it
 * @param history every change of the same fact, newest first
 */
record ChangePage(
        Change change, Matter matter, boolean decidable, ChangeScans scans, List<Change> history, Viewer viewer)
        implements Page {

    @Override
    public String title(Words words) {
        return matter.title(change.subject(), own(words));
    }

    String path() {
        return matter.path(change.subject());
    }

    /** What is done to the fact: {@code enter}, {@code correct} or {@code remove}. */
    String doing() {
        if (change.before() == null) {
            return "enter";
        }
        return change.after() == null ? "remove" : "correct";
    }

    boolean isUndoable() {
        return change.verdict().filter(Change.Verdict.APPROVED::equals).isPresent()
                && matter.mayPropose(viewer, change.state());
    }

    /** The lines of both values side by side, in the order of the newer. */
    List<Compared> compared(Words words) {
        var before = lines(change.before(), words);
        var after = lines(change.after(), words);
        var labels = new LinkedHashSet<>(after.keySet());
        labels.addAll(before.keySet());
        var compared = new ArrayList<Compared>();
        for (var label : labels) {
            compared.add(new Compared(label, before.getOrDefault(label, ""), after.getOrDefault(label, "")));
        }
        return compared;
    }

    private Map<String, String> lines(@Nullable JsonNode value, Words words) {
        return value == null
                ? Map.of()
                : matter.lines(value, own(words)).stream()
                        .collect(Collectors.toMap(
                                Matter.Line::label, Matter.Line::value, (one, other) -> other, LinkedHashMap::new));
    }

    private Words own(Words words) {
        return Words.of(matter.room(), words.language());
    }

    /** One line of the fact before and after. */
    record Compared(String label, String before, String after) {
        boolean isChanged() {
            return !before.equals(after);
        }
    }
}

package org.enlace.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.enlace.Viewer;
import org.enlace.states.State;
import org.enlace.ui.Field;
import org.enlace.ui.Option;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/** The question as typed, to be shown again. */
record Question(String from, String to, String measure, String on, List<State> states, Viewer viewer) {

    static Question asked(String from, String to, String measure, @Nullable String on, Viewer viewer) {
        return new Question(code(from), code(to), measure, on == null ? "" : cut(on), List.of(), viewer);
    }

    /** Nothing asked yet; somebody signed in asks from their own state. */
    static Question none(List<State> states, Viewer viewer) {
        return new Question("", "", Measure.PRESERVATION.code(), "", states, viewer).with(states);
    }

    Question with(List<State> known) {
        var own = viewer.state();
        var asking = from.isEmpty() && own != null ? own.iso3() : from;
        return new Question(asking, to, measure, on, known, viewer);
    }

    boolean isEmpty() {
        return to.isEmpty() && (from.isEmpty() || viewer.state() != null);
    }

    List<Option> stateOptions() {
        return states.stream()
                .map(state -> Option.of(state.code().iso3(), state.name(viewer.language())))
                .toList();
    }

    static List<Option> measureOptions(Words words) {
        return Arrays.stream(Measure.values())
                .map(measure -> Option.of(measure.code(), words.say("measure." + measure.name())))
                .toList();
    }

    Field field(Words words, String name) {
        var value = switch (name) {
            case "from" -> from;
            case "to" -> to;
            case "measure" -> measure;
            default -> on;
        };
        var field = Field.of(words, "ask." + name, name).holding(value);
        return name.equals("on") ? field.optional() : field;
    }

    /** @throws org.enlace.Refused {@link DirectoryRefusal#UNKNOWN_MEASURE}, naming those that there are */
    static Measure measure(String typed) {
        return Measure.of(typed.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> DirectoryRefusal.UNKNOWN_MEASURE.refused(cut(typed), Measure.codes()));
    }

    /** Enough to recognise what was typed, no more. */
    static String cut(String typed) {
        var text = typed.strip();
        return text.length() > 40 ? text.substring(0, 40) : text;
    }

    private static String code(String typed) {
        return cut(typed).toUpperCase(Locale.ROOT);
    }
}

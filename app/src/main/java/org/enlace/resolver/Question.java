package org.enlace.resolver;

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
record Question(
        String from,
        String to,
        String measure,
        String on,
        String offence,
        String urgent,
        List<State> states,
        Viewer viewer) {

    static Question asked(
            String from, String to, String measure, @Nullable String on, String offence, String urgent, Viewer viewer) {
        return new Question(
                code(from), code(to), measure, on == null ? "" : cut(on), cut(offence), cut(urgent), List.of(), viewer);
    }

    /** Nothing asked yet; somebody signed in asks from their own state. */
    static Question none(List<State> states, Viewer viewer) {
        return new Question("", "", Measure.PRESERVATION.code(), "", "", "", states, viewer).with(states);
    }

    Question with(List<State> known) {
        var own = viewer.state();
        var asking = from.isEmpty() && own != null ? own.iso3() : from;
        return new Question(asking, to, measure, on, offence, urgent, known, viewer);
    }

    boolean isEmpty() {
        return to.isEmpty() && (from.isEmpty() || viewer.state() != null);
    }

    List<Option> stateOptions() {
        return states.stream()
                .map(state -> Option.of(state.code().iso3(), state.name(viewer.language())))
                .toList();
    }

    static List<Option> offenceOptions(Words words) {
        return Arrays.stream(Offence.values())
                .map(offence -> Option.of(offence.code(), words.say("offence." + offence.name())))
                .toList();
    }

    static List<Option> options(Measure.Group group, Words words) {
        return group.measures().stream()
                .map(measure -> Option.of(measure.code(), words.say("measure." + measure.name())))
                .toList();
    }

    Field field(Words words, String name) {
        var value = switch (name) {
            case "from" -> from;
            case "to" -> to;
            case "measure" -> measure;
            case "offence" -> offence;
            default -> on;
        };
        var field = Field.of(words, "ask." + name, name).holding(value);
        return name.equals("on") || name.equals("offence") ? field.optional() : field;
    }

    /** @throws org.enlace.Refused {@link ResolverRefusal#UNKNOWN_MEASURE}, naming those that there are */
    static Measure measure(String typed) {
        return Measure.of(typed.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> ResolverRefusal.UNKNOWN_MEASURE.refused(cut(typed), Measure.codes()));
    }

    /** @throws org.enlace.Refused {@link ResolverRefusal#UNKNOWN_OFFENCE}, naming those that there are, or {@link ResolverRefusal#UNKNOWN_URGENCY} */
    static Need need(String measure, String offence, String urgent) {
        var about = offence.isBlank() ? null : offence(offence);
        return new Need(
                measure(measure),
                about,
                switch (urgent.strip()) {
                    case "yes" -> true;
                    case "", "no" -> false;
                    default -> throw ResolverRefusal.UNKNOWN_URGENCY.refused(cut(urgent));
                });
    }

    private static Offence offence(String typed) {
        return Offence.of(typed.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> ResolverRefusal.UNKNOWN_OFFENCE.refused(cut(typed), Offence.codes()));
    }

    boolean isUrgent() {
        return urgent.equals("yes");
    }

    boolean saysMore() {
        return !offence.isEmpty() || !urgent.isEmpty();
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

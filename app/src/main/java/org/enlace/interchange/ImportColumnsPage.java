package org.enlace.interchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.enlace.directory.Authority;
import org.enlace.directory.EntryWords;
import org.enlace.states.State;
import org.enlace.ui.Field;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;

/** Which of their columns is which of ours: guessed from the headings, with what is in them, for a person to correct. */
record ImportColumnsPage(Import taken, Delimited list, Mapping mapping, List<State> states, Problems problems)
        implements Page {

    Field field(Column column, Words words) {
        var field = Field.of(words, "column." + column.name(), column.name())
                .holding(Objects.toString(mapping.columns().get(column), ""))
                .facing(problems);
        return column == Column.NAME ? field : field.optional();
    }

    Field stateField(Words words) {
        return Field.of(words, "columns.state", "state")
                .holding(mapping.state() == null ? "" : mapping.state().iso3())
                .optional();
    }

    Field kindField(Words words) {
        return Field.of(words, "columns.kind", "kind").holding(mapping.kind().name());
    }

    /** Each of their columns with the first thing that stands in it. */
    List<Option> theirs(Words words) {
        var options = new ArrayList<Option>();
        for (var number = 0; number < list.headings().size(); number++) {
            var sample = list.sample(number);
            var heading = list.headings().get(number);
            options.add(Option.of(
                    Integer.toString(number),
                    sample.isEmpty() ? heading : words.say("columns.sample", heading, shortened(sample))));
        }
        return options;
    }

    List<Option> stateOptions(Words words) {
        return states.stream()
                .map(state -> Option.of(state.code().iso3(), state.name(words.language())))
                .toList();
    }

    static List<Option> kinds(Words words) {
        return Arrays.stream(Authority.Kind.values())
                .map(kind -> Option.of(kind.name(), EntryWords.kind(kind, words.language())))
                .toList();
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    @Override
    public String title(Words words) {
        return words.say("columns.title");
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }
}
